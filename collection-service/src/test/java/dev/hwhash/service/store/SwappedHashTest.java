// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has an enrolment token tries to put another hash, tag or user in the place of what was approved. */
class SwappedHashTest {

    private static final Instant OLDER = Instant.parse("2025-12-01T00:00:00Z");
    private static final Instant NEWER = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private StoredDevices devices;

    @BeforeEach
    void open() {
        devices = new StoredDevices(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        devices.close();
    }

    /** What is sent, with another hash, tag and user than was approved, and where that leaves the approved device. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Forgery {
        OLDER_TIME(DeviceState.APPROVED, real -> real.time(OLDER)),
        SAME_TIME(DeviceState.PENDING, real -> real.model("Other")),
        NEWER_TIME(DeviceState.PENDING, real -> real.time(NEWER)),
        TIME_TO_COME(DeviceState.PENDING, real -> real.time(Instant.parse("2027-06-01T00:00:00Z"))),
        TIME_BEFORE_THAT_WINDOWS(DeviceState.PENDING, real -> real.time(Instant.parse("2001-01-01T00:00:00Z"))),
        NO_TIME(DeviceState.PENDING, real -> real.without(1)),
        OTHER_TPM_OLDER(DeviceState.APPROVED, real -> real.ek(7).time(OLDER)),
        OTHER_TPM_NEWER(DeviceState.APPROVED, real -> real.ek(7).time(NEWER)),
        OTHER_TPM_AND_UUID(DeviceState.APPROVED, real -> real.ek(8).uuid(new UUID(1, 2))),
        NO_TPM_OLDER(DeviceState.APPROVED, real -> real.withoutTpm().time(OLDER)),
        NO_TPM_NEWER(DeviceState.PENDING, real -> real.withoutTpm().time(NEWER)),
        OTHER_UUID_OLDER(DeviceState.APPROVED, real -> real.uuid(new UUID(1, 3)).time(OLDER)),
        NAMES_ALONE(DeviceState.PENDING, "Book 3"),
        SERIAL_NUMBER_ALONE(DeviceState.APPROVED, "Other");

        private final DeviceState leaves;
        private final String model;
        private final Optional<UnaryOperator<SyntheticHash>> change;

        Forgery(DeviceState leaves, UnaryOperator<SyntheticHash> change) {
            this.leaves = leaves;
            this.model = "Book 3";
            this.change = Optional.of(change);
        }

        Forgery(DeviceState leaves, String model) {
            this.leaves = leaves;
            this.model = model;
            this.change = Optional.empty();
        }

        byte[] body(String serial) {
            Map<String, String> device = new HashMap<>(Map.of(
                    "serialNumber", serial,
                    "manufacturer", "Contoso",
                    "model", model,
                    "windowsProductId", "0012345678901",
                    "groupTag", "Forged",
                    "assignedUser", "mallory@example.org"));
            change.ifPresent(forge -> device.put(
                    "hardwareHash", forge.apply(SyntheticHash.of(serial)).text()));
            return Bodies.with(device);
        }
    }

    private long approved(String serial) {
        devices.report(Bodies.with(serial, "groupTag", "Real"));
        long device = devices.number("SELECT max(id) FROM device");
        assertThat(devices.approve(device)).isInstanceOf(Outcome.Taken.class);
        assertThat(devices.exported(DeviceState.APPROVED)).containsEntry(device, expected(serial));
        return device;
    }

    private static DeviceRecord expected(String serial) {
        return new DeviceRecord(Map.of(
                Field.SERIAL_NUMBER, serial,
                Field.MANUFACTURER, "Contoso",
                Field.MODEL, "Book 3",
                Field.GROUP_TAG, "Real",
                Field.HARDWARE_HASH, SyntheticHash.of(serial).text(),
                Field.COLLECTED_AT, "2026-01-31T12:00:00Z",
                Field.SOURCE, "wmi"));
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void whatIsApprovedIsNeverAnotherThanWhatSomebodySaw(Forgery forgery) {
        long device = approved("HWHASH-0001");
        devices.report(forgery.body("HWHASH-0001"));

        assertThat(devices.text("SELECT state FROM device WHERE id = " + device))
                .isEqualTo(forgery.leaves.toString());
        requireUnchanged("HWHASH-0001", forgery.name());
        if (forgery.leaves == DeviceState.APPROVED) {
            assertThat(devices.exported(DeviceState.values())).containsEntry(device, expected("HWHASH-0001"));
        }
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void norByTwoInTurn(Forgery first) {
        for (Forgery second : Forgery.values()) {
            String serial = "HWHASH-" + second.name();
            approved(serial);
            devices.report(first.body(serial));
            devices.report(second.body(serial));
            requireUnchanged(serial, first + ", then " + second);
        }
    }

    /** At most the approved device itself leaves as approved, and to the letter. */
    private void requireUnchanged(String serial, String name) {
        List<DeviceRecord> leaving = devices.exported(DeviceState.APPROVED).values().stream()
                .filter(device -> device.value(Field.SERIAL_NUMBER).equals(Optional.of(serial)))
                .toList();
        assertThat(leaving).as(name).isSubsetOf(expected(serial)).hasSizeLessThan(2);
    }
}
