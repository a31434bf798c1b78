// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.Messages;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.table.Placement;
import java.nio.file.Path;
import java.util.List;

/** Words on what became of rows. */
final class Remarks {

    private Remarks() {}

    /** Warns of what rows do not say, wherever they go. */
    static void onLosses(Messages messages, List<DeviceRecord> rows, DeviceText.Changed content) {
        for (int i = 0; i < rows.size(); i++) {
            if (content.placements().get(i).again()) {
                messages.warning(
                        "device-comes-twice",
                        rows.get(i).value(Field.SERIAL_NUMBER).orElse("?")
                                + " comes more than once in this run; only the last of them is written");
            }
            for (Field field : content.leftEmpty().get(i)) {
                messages.warning(
                        "value-left-empty",
                        rows.get(i).value(Field.SERIAL_NUMBER).orElse("?") + ": the " + field.words() + " \""
                                + rows.get(i).value(field).orElse("")
                                + "\" holds a comma and is left empty; the hardware hash holds it too");
            }
        }
    }

    static void onRows(Messages messages, Path file, List<DeviceRecord> rows, DeviceText.Changed content) {
        onLosses(messages, rows, content);
        for (int i = 0; i < rows.size(); i++) {
            Placement placement = content.placements().get(i);
            String serial = rows.get(i).value(Field.SERIAL_NUMBER).orElse("?");
            String done = placement.replacedLine() > 0
                    ? "replaced line " + placement.replacedLine() + " of " + file + " by a new row for " + serial
                    : "wrote a row for " + serial + " to " + file;
            messages.note("row-written", done);
            onOthers(messages, file, serial, placement);
        }
    }

    private static void onOthers(Messages messages, Path file, String serial, Placement placement) {
        if (!placement.twins().isEmpty()) {
            messages.warning(
                    "device-repeated",
                    file + ": " + serial + " also stands on " + places(placement.twins())
                            + "; remove those rows, importers refuse a device that comes twice");
        }
        if (!placement.conflicts().isEmpty()) {
            messages.warning(
                    "device-conflict",
                    file + ": " + places(placement.conflicts()) + " has the serial number and SMBIOS UUID of " + serial
                            + " but another TPM; both rows stay: find out which PC still exists");
        }
        if (!placement.uncertain().isEmpty()) {
            messages.warning(
                    "device-uncertain",
                    file + ": " + places(placement.uncertain()) + " may be the same device as " + serial
                            + ", which those rows do not tell; both stay");
        }
    }

    /** Rows of this run have no line yet. */
    private static String places(List<Integer> numbers) {
        StringBuilder places = new StringBuilder();
        for (Integer number : numbers) {
            places.append(places.length() == 0 ? "" : ", ").append(number == 0 ? "another new row" : "line " + number);
        }
        return places.toString();
    }
}
