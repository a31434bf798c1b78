// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/** What oa3tool is told. */
class Oa3JobTest {

    private static final Path FOLDER = Path.of("a b & c").toAbsolutePath();
    private static final Oa3Job JOB = new Oa3Job(FOLDER);

    @Test
    void theCommandLineIsMicrosoftsForAReportWithoutAKey() {
        assertThat(JOB.command(Path.of("oa3tool.exe")))
                .containsExactly("oa3tool.exe", "/Report", "/ConfigFile=" + FOLDER.resolve("OA3.cfg"), "/NoKeyCheck");
    }

    @Test
    void theConfigurationNamesFilesOfTheFolderByAbsolutePaths() throws XMLStreamException {
        assertThat(texts(JOB.configurationText()))
                .containsExactly(
                        Map.entry("/OA3/FileBased/InputKeyXMLFile", JOB.key().toString()),
                        Map.entry(
                                "/OA3/OutputData/AssembledBinaryFile",
                                FOLDER.resolve("OA3.bin").toString()),
                        Map.entry(
                                "/OA3/OutputData/ReportedXMLFile", JOB.report().toString()));
    }

    @Test
    void theKeyIsNone() throws XMLStreamException {
        assertThat(texts(JOB.keyText()))
                .containsExactly(
                        Map.entry("/Key/ProductKey", "XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"),
                        Map.entry("/Key/ProductKeyID", "0000000000000"),
                        Map.entry("/Key/ProductKeyState", "0"));
    }

    @Test
    void aRelativeFolderIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Oa3Job(Path.of("folder")));
    }

    /** Returns the text of each element that has one, by its path. */
    private static Map<String, String> texts(String document) throws XMLStreamException {
        Map<String, String> texts = new LinkedHashMap<>();
        String path = "";
        XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(document));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path += "/" + xml.getLocalName();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path = path.substring(0, path.lastIndexOf('/'));
            } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                texts.merge(path, xml.getText(), String::concat);
            }
        }
        return texts;
    }
}
