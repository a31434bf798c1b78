// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of cells and where it stands.
 *
 * @param number the line of the file on which it starts, from 1
 * @param start index of its first character
 * @param end index behind its last character, before the line break
 * @param next index behind the line break
 * @param cells the values, quotes removed
 * @param written the values as they stand there, one for each cell
 * @param quoted whether every cell stands in quotes
 */
record CsvLine(int number, int start, int end, int next, List<String> cells, List<String> written, boolean quoted) {

    CsvLine {
        cells = List.copyOf(cells);
        written = List.copyOf(written);
    }

    /** Also of the separators alone that Excel leaves where rows were deleted. */
    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    int lineBreaks(String text) {
        int breaks = 0;
        for (int i = start; i < next; i++) {
            char c = text.charAt(i);
            boolean lone = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (c == '\n' || lone) {
                breaks++;
            }
        }
        return breaks;
    }

    /** Reads the row that starts at an index; empty where it opens a quote that is never closed. */
    static Optional<CsvLine> at(String text, int start, char separator, int number) {
        List<String> cells = new ArrayList<>();
        List<String> written = new ArrayList<>();
        boolean quoted = true;
        int at = start;
        while (true) {
            int first = at;
            StringBuilder cell = new StringBuilder();
            boolean opens = at < text.length() && text.charAt(at) == '"';
            quoted &= opens;
            at = opens ? quotedCell(text, at + 1, cell) : at;
            if (at < 0) {
                return Optional.empty();
            }
            at = plainCell(text, at, separator, cell);
            cells.add(cell.toString());
            written.add(text.substring(first, at));
            if (at == text.length() || text.charAt(at) != separator) {
                return Optional.of(new CsvLine(number, start, at, behindBreak(text, at), cells, written, quoted));
            }
            at++;
        }
    }

    /** Returns the index behind the closing quote, or -1 where there is none. */
    private static int quotedCell(String text, int start, StringBuilder cell) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
                if (!doubled) {
                    return at + 1;
                }
                at++;
            }
            cell.append(c);
            at++;
        }
        return -1;
    }

    private static int plainCell(String text, int start, char separator, StringBuilder cell) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == separator || c == '\r' || c == '\n') {
                break;
            }
            at++;
        }
        cell.append(text, start, at);
        return at;
    }

    private static int behindBreak(String text, int at) {
        boolean crLf = at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n';
        return Math.min(text.length(), at + (crLf ? 2 : 1));
    }
}
