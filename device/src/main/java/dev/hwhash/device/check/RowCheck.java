// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.table.DeviceRow;
import java.util.List;
import java.util.Optional;

/** The check of single rows. Immutable; for use by many threads at once. */
public final class RowCheck {

    private static final Field[] VALUES = {
        Field.SERIAL_NUMBER,
        Field.WINDOWS_PRODUCT_ID,
        Field.MANUFACTURER,
        Field.MODEL,
        Field.GROUP_TAG,
        Field.ASSIGNED_USER
    };

    private final Importer importer;

    /**
     * Makes a check.
     *
     * @param importer who shall take the rows
     */
    public RowCheck(Importer importer) {
        this.importer = importer;
    }

    /**
     * Looks at a row: its cells, its hash, and whether the two agree.
     *
     * @param row any row
     * @return by what its device is known, and what was found
     */
    public CheckedRow check(DeviceRow row) {
        Findings findings = new Findings(importer, row.line());
        cells(row, findings);
        Optional<HardwareHash> hash = values(row, findings);
        return new CheckedRow(row.line(), identity(row, hash), findings.found());
    }

    /** Looks at the values alone, whatever the cells in which they stand. */
    List<Finding> values(DeviceRow row) {
        Findings findings = new Findings(importer, row.line());
        values(row, findings);
        return findings.found();
    }

    private Optional<HardwareHash> values(DeviceRow row, Findings findings) {
        for (Field field : VALUES) {
            CellCheck.check(field, row.value(field), findings);
        }
        Optional<HardwareHash> hash =
                importer == Importer.CORPORATE_IDENTIFIERS ? Optional.empty() : HashCheck.check(row, findings);
        NameCheck.check(row, hash, findings);
        OwnerCheck.check(row, findings);
        if (importer == Importer.PARTNER_CENTER && !isIdentified(row)) {
            findings.add(
                    ValueRule.ROW_UNIDENTIFIED,
                    "",
                    "the row has neither hash, nor product ID, nor serial number, manufacturer and model");
        }
        return hash;
    }

    private static void cells(DeviceRow row, Findings findings) {
        int cells = row.cells().size();
        int columns = row.columnCount();
        if (cells != columns) {
            String message = "the row has " + cells + " cells, the file " + columns + " columns";
            findings.add(countRule(row, columns), Integer.toString(cells), message);
        }
        if (row.quoted()) {
            findings.add(ValueRule.CELLS_QUOTED, "", "a cell of the row stands in quotation marks");
        }
    }

    private static ValueRule countRule(DeviceRow row, int columns) {
        List<String> cells = row.cells();
        if (cells.size() < columns) {
            return ValueRule.CELLS_TOO_FEW;
        }
        return hasValue(cells.subList(columns, cells.size()))
                ? ValueRule.CELLS_TOO_MANY
                : ValueRule.CELLS_BLANK_TOO_MANY;
    }

    private static boolean hasValue(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIdentified(DeviceRow row) {
        return row.has(Field.HARDWARE_HASH)
                || row.has(Field.WINDOWS_PRODUCT_ID)
                || (row.has(Field.SERIAL_NUMBER) && row.has(Field.MANUFACTURER) && row.has(Field.MODEL));
    }

    private static DeviceIdentity identity(DeviceRow row, Optional<HardwareHash> hash) {
        return DeviceIdentity.of(
                row.value(Field.SERIAL_NUMBER), row.value(Field.MANUFACTURER), row.value(Field.MODEL), hash);
    }
}
