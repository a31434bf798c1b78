// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static dev.hwhash.device.TestDevices.device;
import static dev.hwhash.device.TestDevices.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFileNameTest {

    private static final UUID SOME_UUID = UUID.fromString("4c4c4544-0038-5410-804c-b6c04f475333");

    private static String name(String serial) {
        return DeviceFileName.of(named(serial, "Contoso", "Book 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HWHASH-0001", "hwhash-0001", "a_b-C9", "-1_2"})
    void aPlainSerialNumberIsTheName(String serial) {
        assertThat(name(serial)).isEqualTo(serial);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COM10", "COMX", "LPTA", "CONSOLE", "AUX1"})
    void whatOnlyLooksLikeADosDeviceIsTheName(String serial) {
        assertThat(name(serial)).isEqualTo(serial);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "con", "PRN", "AUX", "NUL", "nul", "COM1", "com1", "COM9", "COM0", "lpt1", "LPT9"})
    void aDosDeviceGetsAMark(String serial) {
        assertThat(name(serial)).matches(serial + "-[0-9a-f]{8}");
    }

    @ParameterizedTest
    @CsvSource({
        "..\\..\\x, ______x",
        "../../x, ______x",
        "C:\\Windows\\x, C__Windows_x",
        "S 1, S_1",
        "S.1, S_1",
        "S\u00E41, S_1",
        "\uFF33\uFF11, __",
        "CON.txt, CON_txt"
    })
    void othersThanTheAllowedLettersBecomeUnderscores(String serial, String safe) {
        assertThat(name(serial)).matches(safe + "-[0-9a-f]{8}");
    }

    @Test
    void theMarkIsTheStartOfTheSerialNumbersSha256() {
        // printf 'S 1' | sha256sum
        assertThat(name("S 1")).isEqualTo("S_1-7eec045c");
        // printf 'S\303\2441' | sha256sum
        assertThat(name("S\u00E41")).isEqualTo("S_1-9e171b54");
    }

    @Test
    void blanksAroundTheSerialNumberAreNotPartOfIt() {
        assertThat(name(" HWHASH-0001\t")).isEqualTo("HWHASH-0001");
    }

    @Test
    void aLongSerialNumberIsCutAndMarked() {
        assertThat(name("AB".repeat(32))).isEqualTo("AB".repeat(32));
        assertThat(name("AB".repeat(32) + "C")).matches("(AB){32}-[0-9a-f]{8}");
        assertThat(name("AB".repeat(150))).matches("(AB){32}-[0-9a-f]{8}");
        assertThat(name("AB".repeat(150))).isNotEqualTo(name("AB".repeat(149)));
    }

    @Test
    void aPlaceholderGivesWayToTheUuid() {
        DeviceRecord unnamed = device(SyntheticHash.of("").uuid(SOME_UUID), "Default string");

        assertThat(DeviceFileName.of(unnamed)).isEqualTo("4C4C4544-0038-5410-804C-B6C04F475333");
        assertThat(DeviceFileName.of(unnamed.with(Field.SERIAL_NUMBER, "")))
                .isEqualTo("4C4C4544-0038-5410-804C-B6C04F475333");
    }

    @Test
    void aPlaceholderWithoutAUuidIsMarked() {
        assertThat(name("Default string")).matches("Default_string-[0-9a-f]{8}");
        assertThat(DeviceFileName.of(DeviceRecord.EMPTY)).isEqualTo("-e3b0c442");
        assertThat(DeviceFileName.of(device(SyntheticHash.of("").uuid(new UUID(0, 0)), "Default string")))
                .isEqualTo(name("Default string"));
    }

    @Test
    void aDistinctNameTellsSerialNumbersApartThatDifferInCase() {
        String lower = DeviceFileName.distinct(named("abc123", "Contoso", "Book 3"));
        String upper = DeviceFileName.distinct(named("ABC123", "Contoso", "Book 3"));

        assertThat(lower).matches("abc123-[0-9a-f]{8}");
        assertThat(upper).matches("ABC123-[0-9a-f]{8}").isNotEqualToIgnoringCase(lower);
    }

    @Test
    void aDistinctNameIsMarkedOnce() {
        assertThat(DeviceFileName.distinct(named("S 1", "Contoso", "Book 3"))).isEqualTo(name("S 1"));
    }

    @Property
    void anySerialNumberGivesASafeName(@ForAll String serial) {
        assertThat(name(serial)).matches("[A-Za-z0-9_-]{1,73}").doesNotMatch("(?i)(CON|PRN|AUX|NUL|(COM|LPT)[0-9])");
        assertThat(DeviceFileName.distinct(named(serial, "Contoso", "Book 3"))).matches("[A-Za-z0-9_-]{1,73}");
    }

    @Property
    void twoSerialNumbersNeverShareAName(@ForAll @NotBlank String one, @ForAll @NotBlank String other) {
        boolean same = one.strip().equals(other.strip());

        assertThat(name(one).equals(name(other))).isEqualTo(same);
    }

    @Property
    void twoSerialNumbersOfOneShapeNeverShareAName(
            @ForAll @CharRange(to = '\uD7FF') char one, @ForAll @CharRange(to = '\uD7FF') char other) {
        assertThat(name("S" + one + "1").equals(name("S" + other + "1"))).isEqualTo(one == other);
    }
}
