// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.TestDevices.device;
import static dev.hwhash.device.table.Tables.newFile;
import static dev.hwhash.device.table.Tables.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of devices that are there already, or seem to be. */
class TableMergeTest {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");
    private static final DeviceRecord DEVICE = device("HWHASH-0001");

    private static String line(String serial, SyntheticHash hash) {
        return serial + ",," + hash.text() + "\r\n";
    }

    private static Placement put(TableMerge merge, DeviceTable table, DeviceRecord device) throws CannotHoldException {
        return merge.put(table.fit(device).device());
    }

    @Test
    void aNewDeviceIsAddedAtTheEnd() throws NotADeviceFileException, CannotHoldException {
        String text = HEADER + line("HWHASH-0000", SyntheticHash.of("HWHASH-0000"));
        CsvTable table = read(text);
        TableMerge merge = new TableMerge(table);

        Placement placement = put(merge, table, DEVICE);

        assertThat(placement).isEqualTo(new Placement(0, false, List.of(), List.of(), List.of()));
        assertThat(merge.text()).isEqualTo(text + line("HWHASH-0001", HASH));
    }

    @Test
    void aMissingLastNewlineIsAdded() throws NotADeviceFileException, CannotHoldException {
        String text = "Device Serial Number,Hardware Hash\n" + "HWHASH-0000,T0AA";

        assertThat(Tables.put(text, DEVICE)).isEqualTo(text + "\nHWHASH-0001," + HASH.text() + "\n");
    }

    /** Older tools append a device again and again: the last row is the newest. */
    @Test
    void ofTwinsTheLastIsReplacedAndTheOthersNamed() throws NotADeviceFileException, CannotHoldException {
        String first = line("HWHASH-0001", HASH.osBuild(19045));
        String other = line("HWHASH-0000", SyntheticHash.of("HWHASH-0000"));
        String second = line("HWHASH-0001", HASH.osBuild(22621));
        CsvTable table = read(HEADER + first + other + first + second);
        TableMerge merge = new TableMerge(table);

        Placement placement = put(merge, table, DEVICE);

        assertThat(placement).isEqualTo(new Placement(5, false, List.of(2, 4), List.of(), List.of()));
        assertThat(merge.text()).isEqualTo(HEADER + first + other + first + line("HWHASH-0001", HASH));
    }

    @Test
    void aConflictStaysBesideTheNewRow() throws NotADeviceFileException, CannotHoldException {
        String old = line("HWHASH-0001", HASH.ek(1));
        CsvTable table = read(HEADER + old);
        TableMerge merge = new TableMerge(table);

        Placement placement = put(merge, table, device(HASH.ek(2), "HWHASH-0001"));

        assertThat(placement).isEqualTo(new Placement(0, false, List.of(), List.of(2), List.of()));
        assertThat(merge.text()).isEqualTo(HEADER + old + line("HWHASH-0001", HASH.ek(2)));
    }

    @Test
    void anUncertainRowStaysBesideTheNewRow() throws NotADeviceFileException, CannotHoldException {
        CsvTable table = read(HEADER + "HWHASH-0001,,\r\n" + "HWHASH-0002,,\r\n");
        TableMerge merge = new TableMerge(table);

        Placement placement = put(merge, table, DEVICE);

        assertThat(placement).isEqualTo(new Placement(0, false, List.of(), List.of(), List.of(2)));
        assertThat(merge.text()).isEqualTo(table.text() + line("HWHASH-0001", HASH));
    }

    @Test
    void aRowWithADamagedHashIsUncertain() throws NotADeviceFileException, CannotHoldException {
        CsvTable table = read(HEADER + line("HWHASH-0001", HASH.flipped(999)));

        assertThat(put(new TableMerge(table), table, DEVICE).uncertain()).containsExactly(2);
    }

    @Test
    void serialNumbersThatDifferInCaseAreTwoRows() throws NotADeviceFileException, CannotHoldException {
        String text = "Manufacturer,Model,Serial Number\r\nContoso,Book 3,hwhash-0001\r\n";

        assertThat(Tables.put(text, DEVICE)).isEqualTo(text + "Contoso,Book 3,HWHASH-0001\r\n");
    }

    @Test
    void aDeviceThatIsTwiceInABatchBecomesOneRow() throws CannotHoldException {
        CsvTable table = newFile(Format.AUTOPILOT);
        TableMerge merge = new TableMerge(table);

        put(merge, table, device(HASH.osBuild(22621), "HWHASH-0001"));
        put(merge, table, device("HWHASH-0002"));
        Placement again = put(merge, table, DEVICE);

        assertThat(again).isEqualTo(new Placement(0, true, List.of(), List.of(), List.of()));
        assertThat(merge.text())
                .isEqualTo(HEADER + line("HWHASH-0001", HASH) + line("HWHASH-0002", SyntheticHash.of("HWHASH-0002")));
    }

    @Test
    void theGroupTagOfTheFirstOfABatchIsKept() throws NotADeviceFileException, CannotHoldException {
        CsvTable table = newFile(Format.AUTOPILOT, Field.GROUP_TAG);

        String text = Tables.put(table, DEVICE.with(Field.GROUP_TAG, "Sales"), DEVICE);

        assertThat(Tables.devices(text))
                .extracting(device -> device.value(Field.GROUP_TAG).orElse(""))
                .containsExactly("Sales");
    }

    @Test
    void theGroupTagThatABatchGaveARowIsKept() throws NotADeviceFileException, CannotHoldException {
        String header = "Device Serial Number,Hardware Hash,Group Tag\r\n";

        assertThat(Tables.put(
                        header + "HWHASH-0001," + HASH.text() + ",Old\r\n",
                        DEVICE.with(Field.GROUP_TAG, "New"),
                        DEVICE))
                .isEqualTo(header + "HWHASH-0001," + HASH.text() + ",New\r\n");
    }

    @Test
    void aConflictWithinABatchHasNoLineYet() throws CannotHoldException {
        CsvTable table = newFile(Format.AUTOPILOT);
        TableMerge merge = new TableMerge(table);
        put(merge, table, device(HASH.ek(1), "HWHASH-0001"));

        assertThat(put(merge, table, device(HASH.ek(2), "HWHASH-0001")).conflicts())
                .containsExactly(0);
    }

    @Test
    void aBoardWithoutIdentityIsNeverReplaced() throws NotADeviceFileException, CannotHoldException {
        SyntheticHash unnamed = SyntheticHash.of("Default string").withoutTpm().uuid(new UUID(-1, -1));
        String text = HEADER + line("Default string", unnamed);

        assertThat(Tables.put(text, device(unnamed, "Default string")))
                .isEqualTo(text + line("Default string", unnamed));
    }

    @Test
    void aMergeWithoutDevicesKeepsTheText() throws NotADeviceFileException {
        String text = HEADER + line("HWHASH-0001", HASH);

        assertThat(new TableMerge(read(text)).text()).isEqualTo(text);
        assertThat(new TableMerge(newFile(Format.CORPORATE_IDENTIFIERS)).text()).isEmpty();
    }

    @Test
    void theListsOfAPlacementCannotBeChanged() {
        List<Integer> lines = new ArrayList<>(List.of(2));
        Placement placement = new Placement(0, false, lines, lines, lines);

        lines.clear();

        assertThat(placement.twins()).containsExactly(2);
        assertThatThrownBy(() -> placement.conflicts().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> placement.uncertain().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
