// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.table.DeviceRow;
import java.util.Set;

/**
 * The corrected copy of a file: the importer's plain file, each row put right as far as that can be known. Immutable and
 * thread-safe.
 */
public final class FileFix {

    /** What no copy can put right: somebody has to add, remove or divide something. */
    private static final Set<FileRule> LEFT = Set.of(
            FileRule.FILE_UNREADABLE,
            FileRule.COLUMN_MISSING,
            FileRule.ROWS_TOO_MANY,
            FileRule.FILE_TOO_LARGE,
            FileRule.NO_ROWS);

    private final PlainFile file;
    private final RowFix rows;

    /**
     * Plans a copy.
     *
     * @param importer who shall take it
     * @param held the fields for which the file has columns, those of headers further down too
     */
    public FileFix(Importer importer, Set<Field> held) {
        this.file = PlainFile.of(importer, held);
        this.rows = new RowFix(new RowCheck(importer), file);
    }

    /**
     * Returns how the copy begins.
     *
     * @return the header with its line break; empty where the importer takes none
     */
    public String start() {
        return file.header().isEmpty() ? "" : file.header() + PlainFile.LINE_BREAK;
    }

    /**
     * Returns what ends each line.
     *
     * @return CR and LF
     */
    public String lineBreak() {
        return PlainFile.LINE_BREAK;
    }

    /**
     * Puts a row right.
     *
     * @param row a row
     * @param checked what the check said of it alone
     * @return the row of the copy
     */
    public FixedRow fix(DeviceRow row, CheckedRow checked) {
        return rows.fix(row, checked);
    }

    /** Returns whether the plain file does away with what was found of the file, or across its rows. */
    static boolean corrects(Rule rule) {
        return rule instanceof FileRule && !LEFT.contains(rule);
    }
}
