// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.table.DeviceRow.HashCell;
import dev.hwhash.device.table.FileLayout.LineBreak;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes one row after the other out of a block of bytes, by the rules of {@link CsvLine}: quotes count at the start of a
 * cell only. Not thread-safe.
 */
final class CellCursor {

    private final CellText text;
    private char separator;
    private CellEnd cellEnd;
    private int hashPlace;

    private byte[] bytes = new byte[0];
    private int end;
    private boolean last;
    private int at;

    private List<String> cells = new ArrayList<>();
    private HashCell hash = HashCell.NONE;
    private boolean quoted;
    private boolean openQuote;
    private int breaks;
    private boolean unended;
    private final Set<LineBreak> lineBreaks = EnumSet.noneOf(LineBreak.class);

    CellCursor(CellText text, char separator, int hashPlace) {
        this.text = text;
        this.separator = separator;
        this.cellEnd = new CellEnd(separator);
        this.hashPlace = hashPlace;
    }

    /** Changes what follows: where a file goes on with another header. */
    void expect(char newSeparator, int newHashPlace) {
        if (newSeparator != separator) {
            separator = newSeparator;
            cellEnd = new CellEnd(newSeparator);
            cellEnd.look(bytes, end);
        }
        hashPlace = newHashPlace;
    }

    /** Looks at a block from an index on. */
    void look(ByteBlock block, int from) {
        bytes = block.bytes();
        end = block.end();
        last = block.isLast();
        at = from;
        cellEnd.look(bytes, end);
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at == end;
    }

    /** Takes the row that starts here and stands behind it; false where it goes on in the next block. */
    boolean take() {
        int start = at;
        cells = new ArrayList<>(8);
        hash = HashCell.NONE;
        quoted = false;
        openQuote = false;
        breaks = 0;
        while (cell()) {
            at++;
        }
        if (openQuote || (at == end && !last) || !lineBreak()) {
            at = start;
            cellEnd.back();
            return false;
        }
        return true;
    }

    /** Takes a cell; returns whether a separator follows. */
    private boolean cell() {
        boolean opens = at < end && bytes[at] == '"';
        if (opens) {
            quotedCell();
        } else {
            int from = at;
            at = cellEnd.find(from);
            add(bytes, from, at);
        }
        return at < end && bytes[at] == separator;
    }

    private void add(byte[] from, int start, int stop) {
        if (cells.size() == hashPlace && startsLikeAHash(from, start, stop)) {
            hash = new HashCell(from, start, stop);
            cells.add("");
        } else {
            cells.add(text.of(from, start, stop));
        }
    }

    /** Base64 of {@code OA}, with which each hash starts. */
    private static boolean startsLikeAHash(byte[] bytes, int start, int stop) {
        return stop - start > 1 && bytes[start] == 'T' && bytes[start + 1] == '0';
    }

    private void quotedCell() {
        quoted = true;
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        int from = at + 1;
        int close = from;
        while (true) {
            close = quote(close);
            if (close == end) {
                openQuote = true;
                at = end;
                return;
            }
            boolean doubled = close + 1 < end && bytes[close + 1] == '"';
            inner.write(bytes, from, close - from + (doubled ? 1 : 0));
            from = close + (doubled ? 2 : 1);
            close = from;
            if (!doubled) {
                break;
            }
        }
        at = cellEnd.find(from);
        inner.write(bytes, from, at - from);
        byte[] content = inner.toByteArray();
        add(content, 0, content.length);
    }

    /** Returns the index of the next quote, or the end; counts the line breaks on the way. */
    private int quote(int from) {
        int i = from;
        while (i < end && bytes[i] != '"') {
            boolean crLf = bytes[i] == '\r' && i + 1 < end && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || (bytes[i] == '\r' && !crLf)) {
                breaks++;
            }
            i++;
        }
        return i;
    }

    /** Goes behind the line break; false where it may go on in the next block. */
    private boolean lineBreak() {
        unended = at == end;
        if (unended) {
            return true;
        }
        if (bytes[at] == '\n') {
            lineBreaks.add(LineBreak.LF);
            at++;
            return true;
        }
        if (at + 1 == end && !last) {
            return false;
        }
        boolean crLf = at + 1 < end && bytes[at + 1] == '\n';
        lineBreaks.add(crLf ? LineBreak.CRLF : LineBreak.CR);
        at += crLf ? 2 : 1;
        return true;
    }

    /** Returns what ended the rows so far. */
    Set<LineBreak> lineBreaks() {
        return lineBreaks;
    }

    /** Returns whether the row that was taken had no line break. */
    boolean unended() {
        return unended;
    }

    /** Returns the cells of the row that was taken; that of the hash is empty where it stands in {@link #hash()}. */
    List<String> cells() {
        return cells;
    }

    HashCell hash() {
        return hash;
    }

    boolean quoted() {
        return quoted;
    }

    /** Returns whether the row that was not taken waits for a quote. */
    boolean waitsForQuote() {
        return openQuote;
    }

    /** Returns how many lines the row has, less one. */
    int lineBreaksInside() {
        return breaks;
    }

    char separator() {
        return separator;
    }
}
