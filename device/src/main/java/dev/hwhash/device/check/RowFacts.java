// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.table.DeviceRow;
import java.util.Optional;
import java.util.Set;

/**
 * What a row says and what its hash says, each read once: the same cell read at ten places would be compiled ten times,
 * and that takes longer than the check of a hundred thousand rows. Used for one row.
 */
final class RowFacts {

    /** All but the hash, those that a hash holds too at first. */
    static final Field[] VALUES = {
        Field.SERIAL_NUMBER,
        Field.MANUFACTURER,
        Field.MODEL,
        Field.WINDOWS_PRODUCT_ID,
        Field.GROUP_TAG,
        Field.ASSIGNED_USER
    };

    /** How many of them a hash holds. */
    static final int NAMES = 3;

    private final DeviceRow row;
    private final Set<Field> held;
    private final String[] cells = new String[VALUES.length];
    private final String[] inHash = {"", "", ""};
    private Optional<HardwareHash> hash = Optional.empty();

    private RowFacts(DeviceRow row, Set<Field> held) {
        this.row = row;
        this.held = held;
    }

    /** Reads the cells, and notes which characters in them are odd; held are the fields that have a column. */
    static RowFacts of(DeviceRow row, Set<Field> held, Findings findings) {
        RowFacts facts = new RowFacts(row, held);
        for (int i = 0; i < VALUES.length; i++) {
            String value = row.value(VALUES[i]);
            facts.cells[i] = value;
            if (!CellCheck.isPlain(value)) {
                CellCheck.check(VALUES[i], value, findings);
                facts.cells[i] = Blanks.strippedOf(value);
            }
        }
        return facts;
    }

    /** Takes the names of an intact hash. */
    void know(HardwareHash intact) {
        hash = Optional.of(intact);
        inHash[0] = Blanks.strippedOf(intact.serialNumber().orElse(""));
        inHash[1] = Blanks.strippedOf(intact.manufacturer().orElse(""));
        inHash[2] = Blanks.strippedOf(intact.productName().orElse(""));
    }

    DeviceRow row() {
        return row;
    }

    /** Returns the fields for which the file has a column. */
    Set<Field> held() {
        return held;
    }

    Optional<HardwareHash> hash() {
        return hash;
    }

    /** Returns the cell of the field with that place in {@link #VALUES}, without what nobody sees at its ends. */
    String cell(int value) {
        return cells[value];
    }

    String serialNumber() {
        return cells[0];
    }

    String productId() {
        return cells[3];
    }

    String groupTag() {
        return cells[4];
    }

    String assignedUser() {
        return cells[5];
    }

    /** Returns what the hash says of the field with that place; empty where it is silent, damaged or missing. */
    String inHash(int name) {
        return inHash[name];
    }

    /** Returns whether all three names are there, by which a maker knows the device. */
    boolean hasNames() {
        return !cells[0].isEmpty() && !cells[1].isEmpty() && !cells[2].isEmpty();
    }

    DeviceIdentity identity() {
        return DeviceIdentity.of(cells[0], cells[1], cells[2], hash);
    }
}
