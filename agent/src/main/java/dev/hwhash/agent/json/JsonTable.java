// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.DeviceTable;
import dev.hwhash.device.table.Fit;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A file with one JSON object a line.
 *
 * @param text the whole text
 * @param rows its objects
 */
public record JsonTable(String text, List<TableRow> rows) implements DeviceTable {

    /** A file without rows. */
    public static final JsonTable EMPTY = new JsonTable("", List.of());

    /** Copies the rows. */
    public JsonTable {
        rows = List.copyOf(rows);
    }

    /**
     * Takes a file apart.
     *
     * @param text the whole text, without a byte order mark
     * @return the table
     * @throws NotADeviceFileException if a line is no JSON object, or one of a newer schema
     */
    public static JsonTable read(String text) throws NotADeviceFileException {
        List<TableRow> rows = new ArrayList<>();
        int start = 0;
        int number = 1;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            int next = end + (text.startsWith("\r\n", end) ? 2 : 1);
            String line = text.substring(start, end).stripTrailing();
            if (!line.isBlank()) {
                rows.add(new TableRow(number, start, start + line.length(), JsonLine.read(line, number)));
            }
            start = next;
            number++;
        }
        return new JsonTable(text, rows);
    }

    /** Also at a lone carriage return: a row that is added behind one stands on a line of its own. */
    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public String newline() {
        return text.contains("\n") && !text.contains("\r\n") ? "\n" : "\r\n";
    }

    @Override
    public Fit fit(DeviceRecord device) {
        return new Fit(device, Set.<Field>of());
    }

    @Override
    public String line(DeviceRecord device) {
        return JsonLine.write(device);
    }

    @Override
    public String line(DeviceRecord device, TableRow replaced) {
        return JsonLine.write(device);
    }
}
