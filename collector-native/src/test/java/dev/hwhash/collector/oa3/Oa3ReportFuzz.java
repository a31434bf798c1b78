// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hwhash.collector.oa3.Oa3Report.Found;
import dev.hwhash.collector.oa3.Oa3Report.Refused;
import dev.hwhash.device.hash.SyntheticHash;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an OA3.xml. While it is let loose, Jazzer reports each connection that the parser opens. */
class Oa3ReportFuzz {

    /** A root element is named up to 40 characters and three dots; no other word is as long. */
    private static final Pattern PLAIN_WORDS = Pattern.compile("(?=.{1,220}$)[!-~]{1,43}( [!-~]{1,43})*");

    static Stream<byte[]> seeds() {
        String hash = SyntheticHash.of("HWHASH-0001").withoutTpm().paddedTo(0).text();
        String report = "<?xml version=\"1.0\"?><Key><ProductKeyState>3</ProductKeyState><HardwareHash>" + hash
                + "</HardwareHash></Key>";
        return Stream.of(
                report.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + report).getBytes(StandardCharsets.UTF_16LE),
                report.getBytes(StandardCharsets.UTF_16BE),
                utf8(
                        "<o:Key xmlns:o='urn:x'><o:HardwareHash> T0<![CDATA[A]]><!-- --><?p?>&#65;&amp;</o:HardwareHash></o:Key>"),
                utf8(
                        "<!DOCTYPE Key [<!ENTITY x SYSTEM 'http://localhost:1/'>]><Key><HardwareHash>&x;</HardwareHash></Key>"),
                utf8("<!DOCTYPE Key PUBLIC '-//x' 'http://localhost:1/'><Key/>"),
                utf8("<Key xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///'/></Key>"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void isFoundOrRefusedWithoutTheText(byte[] content) {
        Oa3Report report = Oa3Report.parse(content);

        String text = Oa3Text.decode(content);
        assertThat(Oa3Report.parse(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(report);
        if (report instanceof Refused refused) {
            assertThat(refused.why()).matches(PLAIN_WORDS);
        } else {
            String hash = ((Found) report).hardwareHash();
            assertThat(hash).isNotEmpty().isEqualTo(hash.strip());
            assertThat(report).hasToString("Found[" + hash.length() + " characters]");
            assertThat(text).doesNotStartWith("<!DOCTYPE");
            assertThat(Oa3Report.parse(utf8(written(hash)))).isEqualTo(report);
        }
    }

    private static String written(String hash) {
        String escaped = hash.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
        return "<Key><HardwareHash>" + escaped + "</HardwareHash></Key>";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
