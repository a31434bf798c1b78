// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.table.DeviceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts right what can be known for certain: padding and blanks of the hash, blanks around values, a serial number that a
 * spreadsheet took for a number and that the hash holds, a group tag of Managed Desktop in other capitals. Never invents
 * a value. Immutable and thread-safe.
 */
final class RowFix {

    private final RowCheck check;
    private final PlainFile file;

    RowFix(RowCheck check, PlainFile file) {
        this.check = check;
        this.file = file;
    }

    /** Returns the row as the plain file has it; the checked row is of the same row. */
    FixedRow fix(DeviceRow row, CheckedRow checked) {
        boolean sound = checked.findings().isEmpty();
        List<String> cells = new ArrayList<>();
        DeviceRecord device = DeviceRecord.EMPTY;
        for (ImportColumn column : file.columns()) {
            String value = row.value(column.field());
            String fixed = sound ? value : fixed(column.field(), value, row);
            cells.add(fixed);
            device = device.with(column.field(), fixed);
        }
        cells.addAll(surplus(row));
        if (sound) {
            return new FixedRow(PlainFile.line(cells), List.of());
        }
        return told(row.line(), cells, device, checked);
    }

    private FixedRow told(int line, List<String> cells, DeviceRecord device, CheckedRow checked) {
        List<Finding> still = check.values(DeviceRow.of(line, device), file.held());
        List<Finding> told = new ArrayList<>();
        for (Finding finding : checked.findings()) {
            boolean open = isStill(finding, still, cells);
            told.add(open ? finding : finding.corrected(becomes(finding, device)));
        }
        if (!allPlain(cells) && !isFound(ValueRule.CELLS_QUOTED, told)) {
            Findings copied = new Findings(check.importer(), line);
            copied.add(ValueRule.CELLS_QUOTED, "", "a cell of the row needs quotation marks in the copy");
            told.addAll(copied.found());
        }
        return new FixedRow(PlainFile.line(cells), told);
    }

    private static boolean isStill(Finding finding, List<Finding> still, List<String> cells) {
        if (finding.rule() == ValueRule.CELLS_TOO_MANY) {
            return true;
        }
        if (finding.rule() == ValueRule.CELLS_QUOTED) {
            return !allPlain(cells);
        }
        for (Finding other : still) {
            if (other.rule() == finding.rule() && other.field().equals(finding.field())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFound(Rule rule, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.rule() == rule) {
                return true;
            }
        }
        return false;
    }

    private static boolean allPlain(List<String> cells) {
        for (String cell : cells) {
            if (!PlainFile.isPlain(cell)) {
                return false;
            }
        }
        return true;
    }

    private static String becomes(Finding finding, DeviceRecord device) {
        Optional<Field> field = finding.field();
        String value = field.isPresent() ? device.value(field.get()).orElse("") : "";
        return field.isPresent() && field.get() == Field.HARDWARE_HASH && !value.isEmpty()
                ? Shown.mark(value)
                : Shown.value(value);
    }

    private static String fixed(Field field, String value, DeviceRow row) {
        if (field == Field.HARDWARE_HASH) {
            Optional<HardwareHash> hash = intact(row);
            return hash.isPresent() ? hash.get().text() : writable(Blanks.strippedOf(value));
        }
        String stripped = Blanks.strippedOf(value);
        return switch (field) {
            case SERIAL_NUMBER -> serialNumber(stripped, row);
            case GROUP_TAG -> OwnerCheck.certainlyMeantBy(stripped).orElse(stripped);
            default -> stripped;
        };
    }

    /** A damaged hash stays so; that no encoding has what it holds must not keep the other rows from being written. */
    private static String writable(String damaged) {
        StringBuilder ascii = new StringBuilder(damaged.length());
        for (int i = 0; i < damaged.length(); i++) {
            ascii.append(damaged.charAt(i) > '~' ? '?' : damaged.charAt(i));
        }
        return ascii.toString();
    }

    private static String serialNumber(String serial, DeviceRow row) {
        Optional<HardwareHash> hash = intact(row);
        String inHash = hash.isPresent() ? hash.get().serialNumber().orElse("").strip() : "";
        return ExcelNumber.isMade(serial, inHash) ? inHash : serial;
    }

    private static Optional<HardwareHash> intact(DeviceRow row) {
        return row.readHash().isPresent() && row.readHash().get() instanceof HardwareHash hash
                ? Optional.of(hash)
                : Optional.empty();
    }

    /** What a comma has shifted out of the columns stays behind them, for somebody to look at. */
    private static List<String> surplus(DeviceRow row) {
        int columns = row.columnCount();
        List<String> cells = row.cells();
        for (int i = columns; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return cells.subList(columns, cells.size());
            }
        }
        return List.of();
    }
}
