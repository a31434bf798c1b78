// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.table.FileLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The check of one file whose rows come in their order, each after a {@link RowCheck}. Hands on what is found in the
 * order of the lines; only in files with more findings than it holds back, what the end of the file shows comes last.
 * Memory does not grow with the rows, {@link SeenDevices} excepted. Not thread-safe.
 */
public final class FileCheck {

    private static final int MOST_HELD = 10_000;

    private final Importer importer;
    private final SeenDevices devices;
    private final boolean copied;
    private final Consumer<Finding> findings;
    private final List<Finding> held = new ArrayList<>();
    private boolean started;
    private int blankLines;
    private int headersAgain;
    private long rows;
    private long repeated;
    private int lastLine;
    private long errors;
    private long warnings;

    /**
     * Starts a file.
     *
     * @param file its name, for messages about other files
     * @param importer who shall take it
     * @param devices the devices of this and of earlier files
     * @param copied whether a corrected copy is made, whose rows these are; then the verdict is on the copy
     * @param findings takes what is found
     */
    public FileCheck(String file, Importer importer, SeenDevices devices, boolean copied, Consumer<Finding> findings) {
        this.importer = importer;
        this.devices = devices;
        this.copied = copied;
        this.findings = findings;
        devices.begin(file);
    }

    /**
     * Takes the next rows.
     *
     * @param checked rows in the file's order
     * @param layout the file's layout as far as these rows at least
     * @param places the columns of the first row; empty where there is none
     */
    public void add(List<CheckedRow> checked, FileLayout layout, Map<Field, Integer> places) {
        if (!started) {
            started = true;
            hold(LayoutCheck.start(layout, places, importer));
        }
        for (CheckedRow row : checked) {
            add(row);
        }
        between(layout, lastLine);
        if (held.size() > MOST_HELD) {
            handOn();
        }
    }

    private void add(CheckedRow row) {
        rows++;
        lastLine = row.line();
        hold(row.findings());
        Findings across = new Findings(importer, row.line());
        repeated += devices.add(row, across) ? 1 : 0;
        if (importer.mostRows().isPresent() && rows == importer.mostRows().getAsInt() + 1L) {
            across.add(
                    FileRule.ROWS_TOO_MANY,
                    Long.toString(rows),
                    "the file has more than " + importer.mostRows().getAsInt() + " rows; this is the first too many");
        }
        hold(across.found());
    }

    /** The layout is that of what was read, which is ahead of the rows that have come. */
    private void between(FileLayout layout, int before) {
        Findings between = new Findings(importer, 1);
        List<Integer> blank = layout.blankLines();
        for (; blankLines < blank.size() && blank.get(blankLines) < before; blankLines++) {
            between.addAt(blank.get(blankLines), FileRule.BLANK_LINE, "", "the line is blank");
        }
        List<Integer> again = layout.repeatedHeaders();
        for (; headersAgain < again.size() && again.get(headersAgain) < before; headersAgain++) {
            between.addAt(again.get(headersAgain), FileRule.HEADER_AGAIN, "", "the header stands here again");
        }
        hold(between.found());
    }

    /**
     * Ends the file and hands on the rest.
     *
     * @param layout the layout of the whole file
     * @param bytes how long the file is
     * @return what came of the check
     */
    public Verdict end(FileLayout layout, long bytes) {
        add(List.of(), layout, Map.of());
        between(layout, Integer.MAX_VALUE);
        hold(LayoutCheck.end(layout, new FileSize(bytes, rows, lastLine), importer));
        handOn();
        return new Verdict(importer, rows, rows - repeated, errors, warnings);
    }

    /**
     * Ends a file that cannot be read any further.
     *
     * @param why the reason, in words that tell no value
     * @return what came of the check
     */
    public Verdict breakOff(String why) {
        Findings last = new Findings(importer, Math.max(1, lastLine));
        last.add(FileRule.FILE_UNREADABLE, "", Shown.ascii(why));
        hold(last.found());
        handOn();
        return new Verdict(importer, rows, rows - repeated, errors, warnings);
    }

    private void hold(List<Finding> found) {
        for (Finding finding : found) {
            boolean corrected = copied && FileFix.corrects(finding.rule());
            Finding told = corrected ? finding.corrected("") : finding;
            held.add(told);
            errors += told.isOpen() && told.severity() == Severity.ERROR ? 1 : 0;
            warnings += told.isOpen() && told.severity() == Severity.WARNING ? 1 : 0;
        }
    }

    private void handOn() {
        held.sort(Comparator.comparingInt(Finding::line));
        held.forEach(findings);
        held.clear();
    }
}
