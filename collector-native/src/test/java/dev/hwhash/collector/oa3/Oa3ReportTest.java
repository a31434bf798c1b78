// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Oa3ReportTest {

    private static final String REPORT = """
            <?xml version="1.0" encoding="utf-8"?>
            <Key>
              <ProductKey>XXXXX-XXXXX-XXXXX-XXXXX-XXXXX</ProductKey>
              <ProductKeyID>0000000000000</ProductKeyID>
              <ProductKeyState>3</ProductKeyState>
              <HardwareHash>%s</HardwareHash>
            </Key>
            """;

    @Test
    void theHashOfAReportIsFound() {
        assertThat(parse(REPORT.formatted("T0AA"))).isEqualTo(new Oa3Report.Found("T0AA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Key><HardwareHash>T0AA</HardwareHash></Key>",
                "<Key xmlns='urn:x'><HardwareHash>T0AA</HardwareHash></Key>",
                "<o:Key xmlns:o='urn:x'><o:HardwareHash> T0AA\n</o:HardwareHash></o:Key>",
                "<Key><HardwareHash><![CDATA[T0AA]]></HardwareHash></Key>",
                "<Key><Other><HardwareHash>no</HardwareHash></Other><HardwareHash>T0AA</HardwareHash></Key>"
            })
    void otherFormsOfTheSameReportAreTaken(String report) {
        assertThat(parse(report)).isEqualTo(new Oa3Report.Found("T0AA"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <Keys/>|its root element is Keys and not Key
                    <Key/>|it has no HardwareHash in its Key
                    <Key><HardwareHash> </HardwareHash></Key>|its HardwareHash is empty
                    <Key><HardwareHash>a</HardwareHash><HardwareHash>b</HardwareHash></Key>|more than one HardwareHash
                    <Key><HardwareHash>a<b/></HardwareHash></Key>|not well-formed XML near line 1
                    <Key><HardwareHash>a|not well-formed XML near line 1
                    <!DOCTYPE Key><Key><HardwareHash>a</HardwareHash></Key>|it has a DOCTYPE
                    T0AAAA|not well-formed XML
                    """)
    void whatIsNoReportIsRefusedWithTheReason(String content, String why) {
        assertThat(parse(content))
                .isInstanceOfSatisfying(
                        Oa3Report.Refused.class,
                        refused -> assertThat(refused.why())
                                .contains(why)
                                .endsWith("; give the OA3.xml that \"oa3tool /Report\" wrote"));
    }

    @Test
    void aCharacterThatNoDtdMayHoldIsRefused() {
        assertThat(parse("<!DOCTYPE Key [\0>"))
                .isInstanceOfSatisfying(
                        Oa3Report.Refused.class,
                        refused -> assertThat(refused.why()).contains("not well-formed XML near line 1"));
    }

    @Test
    void anEntityReadsNoOtherFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "T0secret");
        String attack = "<!DOCTYPE Key [<!ENTITY x SYSTEM '%s'>]><Key><HardwareHash>&x;</HardwareHash></Key>";

        assertThat(parse(attack.formatted(secret.toUri()))).isInstanceOf(Oa3Report.Refused.class);
        assertThat(parse("<Key><HardwareHash>&x;</HardwareHash></Key>")).isInstanceOf(Oa3Report.Refused.class);
    }

    @Test
    void aHugeFileCostsOneMegabyte(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("OA3.xml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }

        assertThat(Oa3Report.read(file))
                .isInstanceOfSatisfying(
                        Oa3Report.Refused.class,
                        refused -> assertThat(refused.why()).contains("more than 1048576 bytes"));
    }

    @Test
    void aFileThatIsNotThereIsAnIoException(@TempDir Path folder) {
        assertThatThrownBy(() -> Oa3Report.read(folder.resolve("none"))).isInstanceOf(IOException.class);
    }

    @Test
    void aHashNeverReachesAMessage() {
        assertThat(parse(REPORT.formatted("T0AA"))).hasToString("Found[4 characters]");
        assertThat(parse("<Key><HardwareHash>T0AA<T0AA/></HardwareHash></Key>").toString())
                .doesNotContain("T0AA");
    }

    @Property
    void aHashComesBackFromEveryEncoding(@ForAll("hashes") String hash, @ForAll("encodings") Encoding encoding) {
        assertThat(Oa3Report.parse(encoding.encode(REPORT.formatted(hash)))).isEqualTo(new Oa3Report.Found(hash));
    }

    @Property
    void anyBytesAreRefusedAndNeverThrow(@ForAll byte[] bytes) {
        assertThat(Oa3Report.parse(bytes)).isInstanceOf(Oa3Report.Refused.class);
    }

    @Property
    void aReportWithWrongBytesInItNeverThrows(
            @ForAll("encodings") Encoding encoding, @ForAll byte[] wrong, @ForAll int place) {
        byte[] bytes = encoding.encode(REPORT.formatted("T0AA"));
        for (int i = 0; i < wrong.length; i++) {
            bytes[Math.floorMod(place + i, bytes.length)] = wrong[i];
        }

        assertThat(Oa3Report.parse(bytes)).isNotNull();
    }

    @Provide
    Arbitrary<String> hashes() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('+', '/', '=')
                .ofMinLength(1)
                .ofMaxLength(6000);
    }

    @Provide
    Arbitrary<Encoding> encodings() {
        return Arbitraries.of(List.of(
                new Encoding(UTF_8, ""),
                new Encoding(UTF_8, "\uFEFF"),
                new Encoding(UTF_16LE, ""),
                new Encoding(UTF_16LE, "\uFEFF"),
                new Encoding(UTF_16BE, ""),
                new Encoding(UTF_16BE, "\uFEFF")));
    }

    private static Oa3Report parse(String content) {
        return Oa3Report.parse(content.getBytes(UTF_8));
    }

    /** A way to write the same characters. */
    record Encoding(Charset charset, String mark) {

        byte[] encode(String text) {
            return (mark + text).getBytes(charset);
        }
    }
}
