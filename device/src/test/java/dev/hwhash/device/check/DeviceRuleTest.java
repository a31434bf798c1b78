// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.Files.DEVICE;
import static dev.hwhash.device.check.Files.SERIAL;
import static dev.hwhash.device.check.Files.intune;
import static dev.hwhash.device.check.Files.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.FileLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceRuleTest {

    private static final String SECOND = "HWHASH-0002";
    private static final UUID UUID_OF_ALL = UUID.fromString("4C4C4544-0001-4000-8000-000000000001");

    static Stream<RuleCase> cases() {
        String first = row(SERIAL);
        SyntheticHash shared = DEVICE.uuid(UUID_OF_ALL);
        return Stream.of(
                of(
                        DeviceRule.DEVICE_TWICE,
                        row(SERIAL, DEVICE.time(Instant.parse("2026-02-01T00:00:00Z"))),
                        row(SECOND)),
                of(DeviceRule.DEVICE_TWO_SERIALS, row(SECOND, DEVICE), row(SECOND)),
                of(DeviceRule.DEVICE_TWO_TPMS, row(SERIAL, DEVICE.ek(7)), row(SERIAL, DEVICE)),
                of(
                        DeviceRule.SERIAL_TWO_DEVICES,
                        row(SERIAL, SyntheticHash.of(SECOND)),
                        row(SECOND, SyntheticHash.of(SECOND))),
                RuleCase.intune(
                        DeviceRule.UUID_TWO_DEVICES,
                        intune(
                                row(SERIAL, shared),
                                row(SECOND, SyntheticHash.of(SECOND).uuid(UUID_OF_ALL))),
                        intune(row(SERIAL, shared), row(SECOND))),
                of(DeviceRule.DEVICE_MAYBE_TWICE, SERIAL + ",,", SECOND + ",,"),
                RuleCase.of(
                        DeviceRule.DEVICE_TWICE,
                        Importer.CORPORATE_IDENTIFIERS,
                        "A,B,HW-12\r\nA,B,HW-12\r\n",
                        "A,B,HW-12\r\nA,B,HW-13\r\n"),
                RuleCase.intune(DeviceRule.DEVICE_TWICE, intune(first, first), intune(first)));
    }

    private static RuleCase of(DeviceRule rule, String broken, String sound) {
        return RuleCase.intune(rule, intune(row(SERIAL), broken), intune(row(SERIAL), sound));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleIsFoundWhereItIsBrokenAndOnlyThere(RuleCase files) {
        CheckedFile broken = CheckedFile.of(files.importer(), files.broken());
        assertThat(broken.open()).contains(files.rule());
        assertThat(broken.findings())
                .filteredOn(one -> one.rule() == files.rule())
                .allSatisfy(one -> assertThat(one.message()).contains("stands").containsPattern("on line [12]$"));
        assertThat(CheckedFile.of(files.importer(), files.sound()).open()).doesNotContain(files.rule());
    }

    @Test
    void everyRuleOfDevicesHasACase() {
        List<Rule> tested = new ArrayList<>();
        tested.add(DeviceRule.DEVICE_IN_OTHER_FILE);
        cases().forEach(files -> tested.add(files.rule()));
        assertThat(tested).contains(DeviceRule.values());
    }

    @Test
    void theVerdictCountsRowsAndDevices() {
        Verdict verdict = CheckedFile.of(Importer.INTUNE, intune(row(SERIAL), row(SECOND), row(SERIAL)))
                .verdict();

        assertThat(verdict.words()).isEqualTo("3 rows, 2 devices, 1 error, 0 warnings: not ready for Intune");
        assertThat(CheckedFile.of(Importer.INTUNE, intune(row(SERIAL)))
                        .verdict()
                        .words())
                .isEqualTo("1 row, 1 device, 0 errors, 0 warnings: ready for Intune");
    }

    @Test
    void aDeviceOfAnotherFileIsNamedWithThatFile() {
        SeenDevices devices = new SeenDevices();
        List<Finding> found = new ArrayList<>();
        for (String name : List.of("a.csv", "b.csv")) {
            FileCheck file = new FileCheck(name, Importer.INTUNE, devices, false, found::add);
            DeviceRow row = DeviceRow.of(
                    2, new DeviceRecord(Map.of(Field.SERIAL_NUMBER, SERIAL, Field.HARDWARE_HASH, DEVICE.text())));
            file.add(List.of(new RowCheck(Importer.INTUNE).check(row)), FileLayout.ofDevices(Format.JSON), Map.of());
            assertThat(file.end(FileLayout.ofDevices(Format.JSON), 1).devices()).isEqualTo(1);
        }
        assertThat(found)
                .filteredOn(one -> one.rule() == DeviceRule.DEVICE_IN_OTHER_FILE)
                .extracting(Finding::message)
                .containsExactly("the same device stands on line 2 of a.csv");
    }
}
