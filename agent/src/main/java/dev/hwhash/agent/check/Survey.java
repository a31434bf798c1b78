// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Field;
import dev.hwhash.device.check.ImportColumn;
import dev.hwhash.device.check.Importer;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.TextEncoding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the whole of a file needs of its copy, looked for before the first line of the copy is written.
 *
 * @param rows how many rows there are
 * @param held the fields that any header of the file has a column for
 * @param unwritable a value that the copy's encoding lacks a character of, in words; empty where it has them all
 */
record Survey(long rows, Set<Field> held, Optional<String> unwritable) {

    Survey {
        held = Set.copyOf(held);
    }

    static Survey of(InputRows rows, Importer importer, TextEncoding encoding) throws InputRefusedException {
        Set<Field> held = EnumSet.noneOf(Field.class);
        Optional<String> unwritable = Optional.empty();
        long count = 0;
        for (List<DeviceRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
            for (DeviceRow row : some) {
                held.addAll(row.places().keySet());
                unwritable = unwritable.isPresent() ? unwritable : unwritable(row, importer, encoding);
            }
            count += some.size();
        }
        return new Survey(count, held, unwritable);
    }

    private static Optional<String> unwritable(DeviceRow row, Importer importer, TextEncoding encoding) {
        for (ImportColumn column : importer.columns(row.places().keySet())) {
            Field field = column.field();
            if (field == Field.HARDWARE_HASH || isAscii(row.value(field))) {
                continue;
            }
            Optional<String> lacking = encoding.lacking(row.value(field));
            if (lacking.isPresent()) {
                return Optional.of("line " + row.line() + ": the " + field.words() + " holds U+"
                        + Integer.toHexString(lacking.get().codePointAt(0) | 0x10000)
                                .substring(1)
                                .toUpperCase(java.util.Locale.ROOT)
                        + ", which the code page " + encoding.charset() + " lacks");
            }
        }
        return Optional.empty();
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
