// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a row says that is read from a file, and one that was read otherwise. */
class RowsReadOneByOneTest {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();

    @Test
    void theHashIsReadWhereItStands() throws IOException, NotADeviceFileException {
        DeviceRow row = row("Device Serial Number,Hardware Hash\r\nHWHASH-0001," + HASH + "\r\n");
        assertThat(row.value(Field.HARDWARE_HASH)).isEqualTo(HASH);
        assertThat(row.length(Field.HARDWARE_HASH)).isEqualTo(HASH.length());
        assertThat(row.has(Field.HARDWARE_HASH)).isTrue();
        assertThat(serialNumber(row.readHash())).contains("HWHASH-0001");
    }

    @Test
    void aHashThatStartsWithBlanksIsReadAllTheSame() throws IOException, NotADeviceFileException {
        DeviceRow row = row("Device Serial Number,Hardware Hash\r\nHWHASH-0001,  " + HASH + "\r\n");
        assertThat(row.length(Field.HARDWARE_HASH)).isEqualTo(HASH.length() + 2);
        assertThat(serialNumber(row.readHash())).contains("HWHASH-0001");
    }

    @Test
    void whatIsNoHashIsDamaged() throws IOException, NotADeviceFileException {
        DeviceRow row = row("Device Serial Number,Hardware Hash\r\nHWHASH-0001,#N/A\r\n");
        assertThat(row.value(Field.HARDWARE_HASH)).isEqualTo("#N/A");
        assertThat(row.readHash()).containsInstanceOf(DamagedHash.class);
    }

    @Test
    void aBlankHashIsNone() throws IOException, NotADeviceFileException {
        DeviceRow row = row("Device Serial Number,Hardware Hash\r\nHWHASH-0001,  \r\n");
        assertThat(row.has(Field.HARDWARE_HASH)).isFalse();
        assertThat(row.readHash()).isEmpty();
    }

    @Test
    void aColumnThatTheFileLacksIsEmpty() throws IOException, NotADeviceFileException {
        DeviceRow row = row("Device Serial Number,Hardware Hash\r\nHWHASH-0001,T0AA\r\n");
        assertThat(row.value(Field.MODEL)).isEmpty();
        assertThat(row.length(Field.MODEL)).isZero();
        assertThat(row.has(Field.MODEL)).isFalse();
    }

    @Test
    void aCellThatTheRowLacksIsEmpty() throws IOException, NotADeviceFileException {
        DeviceRow row = row("Device Serial Number,Hardware Hash,Group Tag\r\nHWHASH-0001,T0AA\r\n");
        assertThat(row.value(Field.GROUP_TAG)).isEmpty();
        assertThat(row.columnCount()).isEqualTo(3);
    }

    @Test
    void theRecordHoldsWhatTheRowSays() throws IOException, NotADeviceFileException {
        DeviceRow row =
                row("Note,Device Serial Number,Hardware Hash,Group Tag\r\nmine, HWHASH-0001 ," + HASH + ",Sales\r\n");
        assertThat(row.device().values())
                .isEqualTo(Map.of(
                        Field.SERIAL_NUMBER, " HWHASH-0001 ", Field.HARDWARE_HASH, HASH, Field.GROUP_TAG, "Sales"));
        assertThat(row.cells()).startsWith("mine", " HWHASH-0001 ").endsWith("Sales");
        assertThat(row.places()).isEqualTo(Map.of(Field.SERIAL_NUMBER, 1, Field.HARDWARE_HASH, 2, Field.GROUP_TAG, 3));
        assertThat(row.length(Field.SERIAL_NUMBER)).isEqualTo(13);
        assertThat(row.columnCount()).isEqualTo(4);
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void quotesAreNoticed() throws IOException, NotADeviceFileException {
        assertThat(row("Device Serial Number,Hardware Hash\r\n\"HWHASH-0001\",T0AA\r\n")
                        .quoted())
                .isTrue();
        assertThat(row("\"Device Serial Number\",Hardware Hash\r\nHWHASH-0001,T0AA\r\n")
                        .quoted())
                .isFalse();
    }

    @Test
    void aRowOfADeviceSaysWhatTheDeviceSays() {
        DeviceRecord device = DeviceRecord.EMPTY
                .with(Field.SERIAL_NUMBER, "HWHASH-0001")
                .with(Field.HARDWARE_HASH, HASH)
                .with(Field.SOURCE, "wmi");
        DeviceRow row = DeviceRow.of(7, device);
        assertThat(row.device()).isEqualTo(device);
        assertThat(row.line()).isEqualTo(7);
        assertThat(row.columnCount()).isEqualTo(3);
        assertThat(row.quoted()).isFalse();
        assertThat(row.length(Field.HARDWARE_HASH)).isEqualTo(HASH.length());
        assertThat(serialNumber(row.readHash())).contains("HWHASH-0001");
    }

    @Test
    void aMessageTellsTheLineAlone() {
        DeviceRecord device = DeviceRecord.EMPTY.with(Field.SERIAL_NUMBER, "HWHASH-0001");
        assertThat(DeviceRow.of(7, device)).hasToString("DeviceRow[line 7]");
    }

    private static Optional<String> serialNumber(Optional<HashReading> reading) {
        return reading.map(HardwareHash.class::cast).flatMap(HardwareHash::serialNumber);
    }

    private static DeviceRow row(String text) throws IOException, NotADeviceFileException {
        try (CsvRows rows = CsvRows.read(new ByteArrayInputStream(text.getBytes(UTF_8)), StandardCharsets.ISO_8859_1)) {
            List<DeviceRow> all = rows.next();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
