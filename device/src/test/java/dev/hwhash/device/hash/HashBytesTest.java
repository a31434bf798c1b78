// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A text in a file is read there as it would be read as a string. */
class HashBytesTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    static Stream<String> texts() {
        String text = HASH.text();
        int content = (HASH.total() + 36 + 2) / 3 * 4;
        return Stream.of(
                text,
                HASH.paddedTo(0).text(),
                HASH.paddedTo(2999).text(),
                HASH.paddedTo(2998).textWithoutPadding(),
                HASH.withoutChecksum().text(),
                HASH.cutTo(HASH.total() + 20).text(),
                HASH.flipped(8 * 2990).text(),
                " \uFEFF" + text + "\u00A0\r\n",
                // Bits behind the last byte: only this text has them.
                "T0EEAB==",
                "T0EEAAF=",
                text.substring(0, content - 1) + "=" + text.substring(content),
                text.substring(0, content - 2) + "==" + text.substring(content),
                text.substring(0, content) + "=" + text.substring(content + 1),
                text.substring(0, 3999) + "?",
                text.substring(0, 3900) + "?" + text.substring(3901),
                text.substring(0, 3999) + "\u00E9",
                "T0=A" + text.substring(4),
                "T0EE====",
                "T0EA",
                "",
                "=",
                "<xml>");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isReadInPlaceAsItIsAsAString(String text) {
        byte[] file = ("before," + text + ",behind").getBytes(UTF_8);

        HashReading inPlace = HardwareHash.read(file, 7, file.length - 7);

        assertThat(told(inPlace)).isEqualTo(told(HardwareHash.read(text)));
    }

    @Property
    void aWrongCharacterIsReadInPlaceAsItIsInAString(
            @ForAll @IntRange(max = 3999) int at, @ForAll @IntRange(max = 65) int wrong) {
        String text = HASH.text().substring(0, at)
                + (ALPHABET + "=-").charAt(wrong)
                + HASH.text().substring(at + 1);

        HashReading reading = HardwareHash.read(text.getBytes(UTF_8), 0, 4000);

        assertThat(told(reading)).isEqualTo(told(HardwareHash.read(text)));
        assertThat(reading instanceof DamagedHash damaged && damaged.kind() == DamagedHash.Kind.NOT_BASE64)
                .isEqualTo(!isBase64(text));
    }

    @Test
    void theTextIsWrittenAsItStands() {
        byte[] file = ("," + HASH.text() + "\r\n").getBytes(UTF_8);
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        ((HardwareHash) HardwareHash.read(file, 1, file.length - 2)).writeText(written);

        assertThat(written.toString(UTF_8)).isEqualTo(HASH.text());
    }

    @Test
    void placesOutsideAreADefectOfTheCaller() {
        assertThatThrownBy(() -> HardwareHash.read(new byte[4], 0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(HashText.repaired(text)).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String told(HashReading reading) {
        return reading instanceof HardwareHash hash
                ? hash.text() + hash.checksum() + hash.records().size() + hash.serialNumber()
                : reading.toString();
    }
}
