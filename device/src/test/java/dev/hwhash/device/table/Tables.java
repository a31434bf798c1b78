// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/** Tables in the encoding utf-8, and what becomes of them. */
final class Tables {

    static final TextEncoding UTF_8 =
            TextEncoding.named("utf-8", Charset.forName("windows-1252")).orElseThrow();

    private Tables() {}

    static CsvTable read(String text) throws NotADeviceFileException {
        return CsvReader.read(text, UTF_8);
    }

    static List<DeviceRecord> devices(String text) throws NotADeviceFileException {
        return devices(read(text));
    }

    static List<DeviceRecord> devices(DeviceTable table) {
        return table.rows().stream().map(TableRow::device).toList();
    }

    static String put(DeviceTable table, DeviceRecord... devices) throws CannotHoldException {
        TableMerge merge = new TableMerge(table);
        for (DeviceRecord device : devices) {
            merge.put(table.fit(device).device());
        }
        return merge.text();
    }

    static String put(String text, DeviceRecord... devices) throws NotADeviceFileException, CannotHoldException {
        return put(read(text), devices);
    }

    static CsvTable newFile(Format format, Field... fields) {
        return CsvTable.create(format, Set.of(fields), TextEncoding.ASCII);
    }

    /** A device of serial number and hash text alone, as in a row of Get-WindowsAutoPilotInfo. */
    static DeviceRecord row(String serial, String hash) {
        return DeviceRecord.EMPTY.with(Field.SERIAL_NUMBER, serial).with(Field.HARDWARE_HASH, hash);
    }
}
