// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The plain file of an importer: its names to the letter, commas, no quotation marks. Immutable and thread-safe.
 *
 * @param columns the columns in their order
 * @param header the first line without its break; empty where the importer takes none
 */
record PlainFile(List<ImportColumn> columns, String header) {

    /** What ends a line. */
    static final String LINE_BREAK = "\r\n";

    PlainFile {
        columns = List.copyOf(columns);
    }

    /** The file that has a place for all that is held, as far as the importer has one. */
    static PlainFile of(Importer importer, Set<Field> held) {
        List<ImportColumn> columns = new ArrayList<>();
        StringJoiner header = new StringJoiner(",");
        for (ImportColumn column : importer.columns(held)) {
            if (column.need() != ImportColumn.Need.OPTIONAL || isThere(column.field(), held)) {
                columns.add(column);
                header.add(column.name());
            }
        }
        return new PlainFile(columns, importer.takesHeader() ? header.toString() : "");
    }

    /** Whoever writes an assigned user writes a group tag before it, as the script does. */
    private static boolean isThere(Field field, Set<Field> held) {
        return held.contains(field) || (field == Field.GROUP_TAG && held.contains(Field.ASSIGNED_USER));
    }

    Set<Field> held() {
        Set<Field> held = EnumSet.noneOf(Field.class);
        for (ImportColumn column : columns) {
            held.add(column.field());
        }
        return held;
    }

    /** Returns a line; a cell that would not come back from plain text stands in quotes after all. */
    static String line(List<String> cells) {
        StringJoiner line = new StringJoiner(",");
        for (String cell : cells) {
            line.add(isPlain(cell) ? cell : '"' + cell.replace("\"", "\"\"") + '"');
        }
        return line.toString();
    }

    /** Returns whether a cell can stand without quotes; one inside it is a character as any other. */
    static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '\r' || c == '\n' || (c == '"' && i == 0)) {
                return false;
            }
        }
        return true;
    }
}
