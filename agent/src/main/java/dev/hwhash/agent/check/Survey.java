// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Field;
import dev.hwhash.device.table.DeviceRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a copy has to know of the whole file before its first line is written.
 *
 * @param rows how many rows there are
 * @param held the fields that any header of the file has a column for
 */
record Survey(long rows, Set<Field> held) {

    Survey {
        held = Set.copyOf(held);
    }

    static Survey of(InputRows rows) throws InputRefusedException {
        Set<Field> held = EnumSet.noneOf(Field.class);
        long count = 0;
        for (List<DeviceRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
            for (DeviceRow row : some) {
                held.addAll(row.places().keySet());
            }
            count += some.size();
        }
        return new Survey(count, held);
    }
}
