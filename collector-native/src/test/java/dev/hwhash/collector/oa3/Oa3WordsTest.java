// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message shows of the words of another program. */
class Oa3WordsTest {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a\\n[ERROR] b\\n\\n        | [ERROR] b
            say "no" to C:\\Users\\x      | say 'no' to C:\\Users\\x
            key ABCDE-12345-FGHIJ-67890-KLMNO read | key ... read
            """)
    void theLastLineIsShownWithoutAKey(String output, String shown) {
        assertThat(Oa3Words.lastLine(output.replace("\\n", "\n"))).isEqualTo(shown);
    }

    @Property
    void anyOutputMakesOneShortLineOfAscii(@ForAll String output) {
        assertThat(Oa3Words.lastLine(output)).matches("[ -~]{0,163}");
    }

    @Property
    void noPieceOfAHashIsShown(
            @ForAll @IntRange(max = 3000) int from, @ForAll @IntRange(min = 20, max = 900) int length) {
        String piece = HASH.substring(from, from + length);

        assertThat(Oa3Words.lastLine("DeviceHardwareData: " + piece + " (read)"))
                .doesNotContain(piece.substring(0, 20))
                .startsWith("DeviceHardwareData: ...");
    }
}
