// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.Readings.damage;
import static dev.hwhash.device.hash.Readings.intact;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTextTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");

    @Test
    void theTextOfWindowsIsKeptToTheLetter() {
        assertThat(HASH.text()).hasSize(4000).startsWith("T0").doesNotContain("=");
        assertThat(intact(HASH.text()).text()).isEqualTo(HASH.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {2998, 2999, 3001})
    void missingPaddingIsRepaired(int size) {
        SyntheticHash hash = HASH.paddedTo(size);

        assertThat(intact(hash.textWithoutPadding()).text()).isEqualTo(hash.text());
    }

    @Test
    void onePaddingCharacterOfTwoIsRepaired() {
        SyntheticHash hash = HASH.paddedTo(2998);

        assertThat(hash.text()).endsWith("==");
        assertThat(intact(hash.textWithoutPadding() + "=").text()).isEqualTo(hash.text());
    }

    /** Microsoft's cure: where "==" is there and it still does not decode, both become "A". */
    @Test
    void badEndingWithTwoPaddingCharactersIsRepaired() {
        String oneCharacterTooMany = HASH.text() + "A==";

        HardwareHash hash = intact(oneCharacterTooMany);

        assertThat(hash.text()).isEqualTo(HASH.text() + "AA==");
        assertThat(hash.checksum()).isEqualTo(Checksum.HOLDS);
    }

    @Test
    void paddingThatTheLengthDoesNotAskForIsDropped() {
        assertThat(intact(HASH.text() + "==").text()).isEqualTo(HASH.text());
    }

    @Test
    void whiteSpaceOfAPasteIsDropped() {
        String wrapped = "\uFEFF " + HASH.text().replaceAll("(.{76})", "$1\r\n\t") + "\u00A0\n";

        assertThat(intact(wrapped).text()).isEqualTo(HASH.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T0EA-A_A", "T0EA=AAA", "T0EA,AAA", "T0EA\u0000AAA", "\"T0EA\"", "\uD83D\uDE00"})
    void whatIsNotOfTheStandardAlphabetIsDamaged(String text) {
        assertThat(damage(text)).isEqualTo("its " + text.length() + " characters are not base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "====", "A", "T0E", "T0EA"})
    void shortTextsAreDamaged(String text) {
        assertThat(damage(text)).matches("it has [0-3] bytes");
    }

    @Test
    void aTextWithoutTheMagicIsDamaged() {
        String xml = Base64.getEncoder().encodeToString("<HardwareReport/>".getBytes(StandardCharsets.UTF_8));

        assertThat(damage(xml)).isEqualTo("it starts with 3C 48 instead of 4F 41 (\"OA\")");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void aWrongBitOfEitherMagicByteIsDamaged(int bit) {
        assertThat(damage(HASH.flipped(bit).text())).startsWith("it starts with ");
        assertThat(damage(HASH.flipped(8 + bit).text())).startsWith("it starts with ");
    }

    @Test
    void noMessageHoldsTheText() {
        assertThat(intact(HASH.text()).toString())
                .isEqualTo("HardwareHash[4000 characters, checksum HOLDS]")
                .doesNotContain(HASH.text().substring(0, 8));
        assertThat(HardwareHash.read(HASH.flipped(999).text()).toString())
                .doesNotContain(HASH.text().substring(0, 8));
    }
}
