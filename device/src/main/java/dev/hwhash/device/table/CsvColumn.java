// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A column of a new file, named as the service that reads it wants it: to the letter.
 *
 * @param field what it holds
 * @param name its header
 */
record CsvColumn(Field field, String name) {

    /** Returns the columns of a format; group tag and assigned user where they are asked for. */
    static List<CsvColumn> of(Format format, Set<Field> fields) {
        return switch (format) {
            case AUTOPILOT -> autopilot(fields);
            case PARTNER_CENTER ->
                List.of(
                        new CsvColumn(Field.SERIAL_NUMBER, "Device Serial Number"),
                        new CsvColumn(Field.WINDOWS_PRODUCT_ID, "Windows Product ID"),
                        new CsvColumn(Field.HARDWARE_HASH, "Hardware Hash"),
                        new CsvColumn(Field.MANUFACTURER, "Manufacturer name"),
                        new CsvColumn(Field.MODEL, "Device model"));
            case MANAGED_DESKTOP ->
                List.of(
                        new CsvColumn(Field.MANUFACTURER, "Manufacturer"),
                        new CsvColumn(Field.MODEL, "Model"),
                        new CsvColumn(Field.SERIAL_NUMBER, "Serial Number"),
                        new CsvColumn(Field.HARDWARE_HASH, "Hardware Hash"));
            case CORPORATE_IDENTIFIERS ->
                List.of(
                        new CsvColumn(Field.MANUFACTURER, ""),
                        new CsvColumn(Field.MODEL, ""),
                        new CsvColumn(Field.SERIAL_NUMBER, ""));
            case JSON -> throw new IllegalArgumentException("json has no columns");
        };
    }

    private static List<CsvColumn> autopilot(Set<Field> fields) {
        List<CsvColumn> columns = new ArrayList<>();
        columns.add(new CsvColumn(Field.SERIAL_NUMBER, "Device Serial Number"));
        columns.add(new CsvColumn(Field.WINDOWS_PRODUCT_ID, "Windows Product ID"));
        columns.add(new CsvColumn(Field.HARDWARE_HASH, "Hardware Hash"));
        boolean user = fields.contains(Field.ASSIGNED_USER);
        if (user || fields.contains(Field.GROUP_TAG)) {
            columns.add(new CsvColumn(Field.GROUP_TAG, "Group Tag"));
        }
        if (user) {
            columns.add(new CsvColumn(Field.ASSIGNED_USER, "Assigned User"));
        }
        return columns;
    }
}
