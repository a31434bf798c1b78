// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * How cells become lines in one file.
 *
 * @param separator comma, semicolon or tab
 * @param quoted whether every cell stands in quotes; where not, a value with a separator or a quote cannot be written
 * @param newline what ends a line
 */
record CsvSyntax(char separator, boolean quoted, String newline) {

    /** As Get-WindowsAutoPilotInfo writes: the importers take no quotes. */
    static final CsvSyntax PLAIN = new CsvSyntax(',', false, "\r\n");

    /** Returns what in a value cannot be written, in words, or empty where all can. */
    Optional<String> obstacle(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n') {
                return Optional.of("a line break");
            }
            if (c < ' ' || c == 0x7F) {
                return Optional.of(String.format("the control character U+%04X", (int) c));
            }
            if (!quoted && (c == separator || c == '"')) {
                return Optional.of(c == '"' ? "a quote" : c == ',' ? "a comma" : "the separator '" + c + "'");
            }
        }
        return Optional.empty();
    }

    /** Returns the line without its end. */
    String line(List<String> cells) {
        StringJoiner line = new StringJoiner(String.valueOf(separator));
        for (String cell : cells) {
            line.add(written(cell));
        }
        return line.toString();
    }

    /** Returns the line in place of another one; a cell that says the same keeps its letters, quotes included. */
    String line(List<String> cells, CsvLine replaced) {
        StringJoiner line = new StringJoiner(String.valueOf(separator));
        for (int i = 0; i < cells.size(); i++) {
            boolean same =
                    i < replaced.cells().size() && replaced.cells().get(i).equals(cells.get(i));
            line.add(same ? replaced.written().get(i) : written(cells.get(i)));
        }
        return line.toString();
    }

    private String written(String cell) {
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /**
     * Takes a text apart. Quotes count at the start of a cell only, so that a stray one elsewhere is a character.
     *
     * @return the lines that hold anything, or empty where a quote is never closed
     */
    static Optional<List<CsvLine>> lines(String text, char separator) {
        List<CsvLine> lines = new ArrayList<>();
        return read(text, separator, Integer.MAX_VALUE, lines) ? Optional.of(lines) : Optional.empty();
    }

    /** Takes the start of a text apart, up to a number of lines that hold anything, or to a quote never closed. */
    static List<CsvLine> firstLines(String text, char separator, int most) {
        List<CsvLine> lines = new ArrayList<>();
        read(text, separator, most, lines);
        return lines;
    }

    private static boolean read(String text, char separator, int most, List<CsvLine> lines) {
        int at = 0;
        int number = 1;
        while (at < text.length() && lines.size() < most) {
            Optional<CsvLine> line = CsvLine.at(text, at, separator, number);
            if (line.isEmpty()) {
                return false;
            }
            if (!line.get().isBlank()) {
                lines.add(line.get());
            }
            number += line.get().lineBreaks(text);
            at = line.get().next();
        }
        return true;
    }
}
