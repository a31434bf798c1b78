// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.Format;
import java.util.ArrayList;
import java.util.List;

/** What is noticed of a file's layout while its rows are read. Not thread-safe. */
final class LayoutNotes {

    private final Format format;
    private final boolean namesInRows;
    private final List<String> linesAbove = new ArrayList<>();
    private final List<Integer> repeatedHeaders = new ArrayList<>();
    private final List<Integer> blankLines = new ArrayList<>();
    private final List<Integer> blankSinceRow = new ArrayList<>();
    private List<String> header = List.of();
    private boolean anyRow;
    private int headerLine;
    private boolean headerQuoted;

    LayoutNotes(Format format, boolean namesInRows) {
        this.format = format;
        this.namesInRows = namesInRows;
    }

    boolean namesInRows() {
        return namesInRows;
    }

    void above(CellCursor line) {
        linesAbove.add(String.join(String.valueOf(line.separator()), line.cells()));
    }

    /** A line of an export that is none of its rows: above them it is kept, between them only a blank one counts. */
    void aboveOrBetween(int line, CellCursor other, boolean blank) {
        if (!anyRow) {
            above(other);
        } else if (blank) {
            blank(line);
        }
    }

    void header(int line, CellCursor names) {
        headerLine = line;
        headerQuoted = names.quoted();
        header = List.copyOf(names.cells());
    }

    void headerAgain(int line) {
        row();
        repeatedHeaders.add(line);
    }

    void blank(int line) {
        blankSinceRow.add(line);
    }

    /** Blank lines count once a row follows. */
    void row() {
        anyRow = true;
        if (!blankSinceRow.isEmpty()) {
            blankLines.addAll(blankSinceRow);
            blankSinceRow.clear();
        }
    }

    FileLayout layout(CellText text, CellCursor cursor) {
        return new FileLayout(
                format,
                text.encoding(),
                text.isMixed(),
                cursor.separator(),
                header,
                headerLine,
                headerQuoted,
                namesInRows,
                linesAbove,
                repeatedHeaders,
                blankLines,
                cursor.unended(),
                cursor.lineBreaks());
    }
}
