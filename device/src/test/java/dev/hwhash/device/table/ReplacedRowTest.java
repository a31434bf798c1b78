// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.TestDevices.device;
import static dev.hwhash.device.TestDevices.named;
import static dev.hwhash.device.table.Tables.put;
import static dev.hwhash.device.table.Tables.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of the same device gives way; what stands around it stays. */
class ReplacedRowTest {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash";
    private static final String OLD = hash("HWHASH-0001").osBuild(22621).text();
    private static final String NEW = hash("HWHASH-0001").text();
    private static final DeviceRecord DEVICE = device("HWHASH-0001");

    private static SyntheticHash hash(String serial) {
        return SyntheticHash.of(serial);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void onlyTheRowChanges(String newline) throws NotADeviceFileException, CannotHoldException {
        String before = HEADER + newline + "HWHASH-0000,," + hash("HWHASH-0000").text() + newline;
        String after = newline + newline + "HWHASH-0002,," + hash("HWHASH-0002").text() + newline;

        assertThat(put(before + "HWHASH-0001,," + OLD + after, DEVICE))
                .isEqualTo(before + "HWHASH-0001,," + NEW + after);
    }

    @Test
    void theLastRowMayLackItsEnd() throws NotADeviceFileException, CannotHoldException {
        assertThat(put(HEADER + "\nHWHASH-0001,," + OLD, DEVICE)).isEqualTo(HEADER + "\nHWHASH-0001,," + NEW + "\n");
    }

    @Test
    void groupTagUserAndProductIdAreKept() throws NotADeviceFileException, CannotHoldException {
        String header = HEADER + ",Group Tag,Assigned User\r\n";

        assertThat(put(header + "HWHASH-0001,0001234567890," + OLD + ",Sales,user@contoso.example\r\n", DEVICE))
                .isEqualTo(header + "HWHASH-0001,0001234567890," + NEW + ",Sales,user@contoso.example\r\n");
    }

    @Test
    void aNewGroupTagTakesTheOldOnesPlace() throws NotADeviceFileException, CannotHoldException {
        String header = HEADER + ",Group Tag\r\n";

        assertThat(put(header + "HWHASH-0001,," + OLD + ",Sales\r\n", DEVICE.with(Field.GROUP_TAG, "Lab")))
                .isEqualTo(header + "HWHASH-0001,," + NEW + ",Lab\r\n");
    }

    @Test
    void unknownColumnsAreKept() throws NotADeviceFileException, CannotHoldException {
        String header = "Room,Device Serial Number,Hardware Hash,Owner\r\n";

        assertThat(put(header + "12,HWHASH-0001," + OLD + ",Ann,beyond\r\n", DEVICE))
                .isEqualTo(header + "12,HWHASH-0001," + NEW + ",Ann,beyond\r\n");
    }

    /** As Excel leaves a file: only the cells that need quotes have them. */
    @Test
    void quotesOfCellsThatStayAreKept() throws NotADeviceFileException, CannotHoldException {
        String header = "Room,Device Serial Number,Hardware Hash,Group Tag\r\n";
        String kept = ",\"Sales, \"\"EMEA\"\"\"\r\n";

        assertThat(put(header + "\"12, east\nwing\",\"HWHASH-0001\"," + OLD + kept, DEVICE))
                .isEqualTo(header + "\"12, east\nwing\",\"HWHASH-0001\"," + NEW + kept);
    }

    @Test
    void aQuotedFileStaysQuoted() throws NotADeviceFileException, CannotHoldException {
        String header = "\"Device Serial Number\",\"Hardware Hash\",\"Group Tag\"\r\n";

        assertThat(put(header + "\"HWHASH-0001\",\"" + OLD + "\",\"a,b\"\r\n", DEVICE))
                .isEqualTo(header + "\"HWHASH-0001\",\"" + NEW + "\",\"a,b\"\r\n");
    }

    @Test
    void aShortRowIsFilledUp() throws NotADeviceFileException, CannotHoldException {
        assertThat(put("Hardware Hash,Device Serial Number,Group Tag,Owner\r\n" + OLD + "\r\n", DEVICE))
                .isEqualTo("Hardware Hash,Device Serial Number,Group Tag,Owner\r\n" + NEW + ",HWHASH-0001,,\r\n");
    }

    /** A file for Autopilot with one more column: the model is not asked of the PC. */
    @Test
    void aKnownColumnOfWhichTheDeviceSaysNothingIsKept() throws NotADeviceFileException, CannotHoldException {
        String header = "Device Serial Number,Hardware Hash,Model\r\n";

        assertThat(put(header + "HWHASH-0001," + OLD + ",Book\r\n", Tables.row("HWHASH-0001", NEW)))
                .isEqualTo(header + "HWHASH-0001," + NEW + ",Book\r\n");
    }

    /** An old hash may be that of another board. */
    @Test
    void anOldHashIsNotKeptBesideNewNames() throws NotADeviceFileException, CannotHoldException {
        String header = HEADER + ",Manufacturer name,Device model\r\n";

        assertThat(put(
                        header + "HWHASH-0001,," + OLD + ",Contoso,Book 3\r\n",
                        named("HWHASH-0001", "Contoso", "Book 3")))
                .isEqualTo(header + "HWHASH-0001,,,Contoso,Book 3\r\n");
    }

    @Test
    void aSecondTimeChangesNothing() throws NotADeviceFileException, CannotHoldException {
        String once = put(HEADER + "\r\n", DEVICE);

        assertThat(put(once, DEVICE)).isEqualTo(once);
    }

    @Test
    void thePlacementNamesTheLine() throws NotADeviceFileException, CannotHoldException {
        CsvTable table = read("x\r\n\r\n" + HEADER + "\r\nHWHASH-0001,," + OLD + "\r\n");
        TableMerge merge = new TableMerge(table);

        assertThat(merge.put(table.fit(DEVICE).device()).replacedLine()).isEqualTo(4);
        assertThat(merge.put(table.fit(device("HWHASH-0002")).device()).replacedLine())
                .isZero();
    }
}
