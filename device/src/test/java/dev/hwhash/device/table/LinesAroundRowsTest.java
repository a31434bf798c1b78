// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Which lines that are no rows a check can name once it has read a file to its end. */
class LinesAroundRowsTest {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final String NAMES = "Device Serial Number,Windows Product ID,Hardware Hash,";

    @Test
    void aBlankLineBeforeAHeaderThatStandsAgainCounts() throws IOException, NotADeviceFileException {
        FileLayout layout = layout(HEADER + "HWHASH-0001,,T0AA\r\n\r\n" + HEADER + "\r\n\r\n");
        assertThat(layout.repeatedHeaders()).containsExactly(4);
        assertThat(layout.blankLines()).containsExactly(3);
    }

    @Test
    void theLinesAboveTheRowsOfAnExportAreKept() throws IOException, NotADeviceFileException {
        FileLayout layout = layout("Textbox18\r\nTextbox1,Textbox2\r\n" + NAMES + "HWHASH-0001,,T0AA\r\n");
        assertThat(layout.namesInRows()).isTrue();
        assertThat(layout.linesBefore()).containsExactly("Textbox18", "Textbox1,Textbox2");
        assertThat(layout.blankLines()).isEmpty();
    }

    @Test
    void betweenTheRowsOfAnExportABlankLineCounts() throws IOException, NotADeviceFileException {
        FileLayout layout =
                layout("Textbox18\r\n" + NAMES + "HWHASH-0001,,T0AA\r\n\r\nmine\r\n" + NAMES + "HWHASH-0002,,T0BB\r\n");
        assertThat(layout.linesBefore()).containsExactly("Textbox18");
        assertThat(layout.blankLines()).containsExactly(3);
    }

    @Test
    void aLayoutInAnotherEncodingDiffersInThatAlone() throws IOException, NotADeviceFileException {
        FileLayout layout = layout("#TYPE\r\n" + HEADER + "HWHASH-0001,,T0AA\n\r\n" + HEADER + "HWHASH-0002,,T0BB");
        TextEncoding ansi =
                TextEncoding.named("ansi", Charset.forName("windows-1252")).orElseThrow();
        FileLayout stored = layout.storedAs(ansi);
        assertThat(stored.encoding()).isEqualTo(ansi);
        assertThat(stored.storedAs(layout.encoding())).isEqualTo(layout);
    }

    @Test
    void devicesThatAreNoFileHaveNoLines() {
        FileLayout layout = FileLayout.ofDevices(Format.PARTNER_CENTER);
        assertThat(layout.format()).isEqualTo(Format.PARTNER_CENTER);
        assertThat(layout.headerLine()).isZero();
        assertThat(layout.linesBefore()).isEmpty();
        assertThat(layout.lineBreaks()).isEmpty();
        assertThat(layout.endsInRow()).isFalse();
    }

    private static FileLayout layout(String text) throws IOException, NotADeviceFileException {
        try (CsvRows rows = CsvRows.read(new ByteArrayInputStream(text.getBytes(US_ASCII)), ISO_8859_1)) {
            while (!rows.next().isEmpty()) {
                assertThat(rows.layout().format()).isEqualTo(Format.AUTOPILOT);
            }
            return rows.layout();
        }
    }
}
