// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static dev.hwhash.device.TestDevices.device;
import static dev.hwhash.device.TestDevices.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameDeviceTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");
    private static final UUID OTHER_UUID = UUID.fromString("12121212-3434-5656-7878-909090909090");
    private static final UUID NO_UUID = new UUID(0, 0);

    private static SameDevice compare(DeviceRecord one, DeviceRecord other) {
        return SameDevice.compare(DeviceIdentity.of(one), DeviceIdentity.of(other));
    }

    private static SameDevice compare(SyntheticHash one, SyntheticHash other) {
        return compare(
                DeviceRecord.EMPTY.with(Field.HARDWARE_HASH, one.text()),
                DeviceRecord.EMPTY.with(Field.HARDWARE_HASH, other.text()));
    }

    @Test
    void oneTpmIsOneDeviceWhateverElseChanged() {
        assertThat(compare(
                        HASH.uuid(OTHER_UUID).ek(1),
                        SyntheticHash.of("HWHASH-0002").model("X").ek(1)))
                .isEqualTo(SameDevice.YES);
    }

    @Test
    void aHashTakenAgainIsTheSameDevice() {
        SyntheticHash later = HASH.osBuild(26200).time(Instant.parse("2026-06-01T00:00:00Z"));

        assertThat(later.text()).isNotEqualTo(HASH.text());
        assertThat(compare(HASH, later)).isEqualTo(SameDevice.YES);
    }

    @Test
    void twoTpmsAreTwoDevices() {
        assertThat(compare(HASH.ek(1), HASH.ek(2).uuid(OTHER_UUID))).isEqualTo(SameDevice.NO);
        assertThat(compare(HASH.ek(1), SyntheticHash.of("HWHASH-0002").ek(2))).isEqualTo(SameDevice.NO);
    }

    @Test
    void twoTpmsOfOneSerialNumberAndUuidAreAConflict() {
        assertThat(compare(HASH.ek(1), HASH.ek(2))).isEqualTo(SameDevice.CONFLICT);
    }

    @Test
    void twoTpmsOfOneUuidButAnotherSerialNumberAreTwoDevices() {
        SyntheticHash other = SyntheticHash.of("HWHASH-0002").uuid(OTHER_UUID);

        assertThat(compare(HASH.uuid(OTHER_UUID), other)).isEqualTo(SameDevice.NO);
    }

    @Test
    void twoTpmsWithPlaceholdersAreNoConflict() {
        assertThat(compare(HASH.ek(1).uuid(NO_UUID), HASH.ek(2).uuid(NO_UUID))).isEqualTo(SameDevice.NO);
        SyntheticHash unnamed = SyntheticHash.of("Default string");
        assertThat(compare(unnamed.ek(1), unnamed.ek(2))).isEqualTo(SameDevice.NO);
    }

    @Test
    void withoutATpmTheUuidDecides() {
        SyntheticHash sameUuid = SyntheticHash.of("HWHASH-0002").withoutTpm().uuid(OTHER_UUID);

        assertThat(compare(HASH.uuid(OTHER_UUID).withoutTpm(), sameUuid)).isEqualTo(SameDevice.YES);
        assertThat(compare(HASH.uuid(OTHER_UUID), sameUuid)).isEqualTo(SameDevice.YES);
        assertThat(compare(HASH.withoutTpm(), HASH.withoutTpm().uuid(OTHER_UUID)))
                .isEqualTo(SameDevice.NO);
    }

    @Test
    void withoutTpmAndUuidTheNamesDecide() {
        SyntheticHash bare = HASH.withoutTpm().uuid(NO_UUID);

        assertThat(compare(bare, bare.osBuild(26200))).isEqualTo(SameDevice.YES);
        assertThat(compare(bare, bare.model("Book 4"))).isEqualTo(SameDevice.NO);
        assertThat(compare(device(HASH, "HWHASH-0001"), named("HWHASH-0001", "Contoso", "Book 3")))
                .isEqualTo(SameDevice.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "HWHASH-0001, Contoso, Book 3, YES",
        "' HWHASH-0001 ', 'Contoso ', ' Book 3', YES",
        "hwhash-0001, Contoso, Book 3, NO",
        "HWHASH-0001, contoso, Book 3, NO",
        "HWHASH-0001, Contoso, Book 4, NO",
        "HWHASH-0002, '', '', NO",
        "'', Fabrikam, '', NO",
        "HWHASH-0001, '', '', UNCERTAIN",
        "HWHASH-0001, Contoso, '', UNCERTAIN",
        "HWHASH-0001, '', Book 3, UNCERTAIN",
        "'', Contoso, Book 3, UNCERTAIN",
        "'', '', '', UNCERTAIN",
        "To be filled by O.E.M., Contoso, Book 3, UNCERTAIN"
    })
    void serialNumberManufacturerAndModelCountTogether(String serial, String make, String model, SameDevice expected) {
        assertThat(compare(named("HWHASH-0001", "Contoso", "Book 3"), named(serial, make, model)))
                .isEqualTo(expected);
    }

    @Test
    void twoSerialNumbersThatDifferInCaseOnlyAreTwoDevices() {
        assertThat(compare(named("abc123", "Contoso", "Book 3"), named("ABC123", "Contoso", "Book 3")))
                .isEqualTo(SameDevice.NO);
    }

    @Test
    void twoPlaceholderSerialNumbersSayNothing() {
        assertThat(compare(named("Default string", "Contoso", "Book 3"), named("Default string", "Contoso", "Book 3")))
                .isEqualTo(SameDevice.UNCERTAIN);
    }

    @Test
    void whatACellLacksIsReadFromTheHash() {
        DeviceRecord bare = DeviceRecord.EMPTY.with(
                Field.HARDWARE_HASH, HASH.withoutTpm().uuid(NO_UUID).text());

        assertThat(compare(bare, named("HWHASH-0001", "Contoso", "Book 3"))).isEqualTo(SameDevice.YES);
    }

    /** Somebody has overwritten the serial number of WMI; SMBIOS, and so the hash, has the true one. */
    @Test
    void aPlaceholderInACellGivesWayToTheHash() {
        DeviceRecord device = device(HASH.withoutTpm().uuid(NO_UUID), "System Serial Number");

        assertThat(compare(device, named("HWHASH-0001", "Contoso", "Book 3"))).isEqualTo(SameDevice.YES);
    }

    @Test
    void aCellCountsBeforeTheHash() {
        DeviceRecord device = device(HASH.withoutTpm().uuid(NO_UUID), "HWHASH-0009");

        assertThat(compare(device, named("HWHASH-0009", "Contoso", "Book 3"))).isEqualTo(SameDevice.YES);
    }

    @Test
    void aDamagedHashSaysNothing() {
        DeviceRecord damaged = named("HWHASH-0001", "Contoso", "Book 3")
                .with(Field.HARDWARE_HASH, HASH.flipped(999).text());

        assertThat(DeviceIdentity.of(damaged).ekHash()).isEmpty();
        assertThat(DeviceIdentity.of(damaged).smbiosUuid()).isEmpty();
        assertThat(compare(damaged, device(HASH, "HWHASH-0001"))).isEqualTo(SameDevice.YES);
    }
}
