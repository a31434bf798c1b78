// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.table.DeviceRow;
import java.util.List;
import java.util.Set;

/** The check of single rows. Immutable; for use by many threads at once. */
public final class RowCheck {

    private final Importer importer;

    /**
     * Makes a check.
     *
     * @param importer who shall take the rows
     */
    public RowCheck(Importer importer) {
        this.importer = importer;
    }

    Importer importer() {
        return importer;
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
        RowFacts facts = values(row, row.places().keySet(), findings);
        return new CheckedRow(row.line(), facts.identity(), findings.found());
    }

    /** Looks at the values alone, whatever the cells in which they stand, in a file with columns for the fields. */
    List<Finding> values(DeviceRow row, Set<Field> held) {
        Findings findings = new Findings(importer, row.line());
        values(row, held, findings);
        return findings.found();
    }

    private RowFacts values(DeviceRow row, Set<Field> held, Findings findings) {
        RowFacts facts = RowFacts.of(row, held, findings);
        if (importer != Importer.CORPORATE_IDENTIFIERS) {
            HashCheck.check(facts, findings);
        }
        NameCheck.check(facts, findings);
        OwnerCheck.check(facts, findings);
        if (importer == Importer.PARTNER_CENTER && !isIdentified(facts)) {
            findings.add(
                    ValueRule.ROW_UNIDENTIFIED,
                    "",
                    "the row has neither hash, nor product ID, nor serial number, manufacturer and model");
        }
        return facts;
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

    private static boolean isIdentified(RowFacts facts) {
        return facts.row().has(Field.HARDWARE_HASH) || !facts.productId().isEmpty() || facts.hasNames();
    }
}
