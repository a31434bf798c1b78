// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV files of devices as people have them: any separator that Excel leaves, names in any case and order, lines
 * before the header.
 */
public final class CsvReader {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    /** Configuration Manager's export has three lines before its names; a header further down is none. */
    private static final int LAST_HEADER_LINE = 10;

    private static final int IDENTIFIER_CELLS = 3;

    private CsvReader() {}

    /**
     * Reads a file with a header.
     *
     * @param text the whole text, without a byte order mark
     * @param encoding how it is stored; a row that is added must fit it
     * @return the table
     * @throws NotADeviceFileException if no header is found, or a quote is never closed
     */
    public static CsvTable read(String text, TextEncoding encoding) throws NotADeviceFileException {
        requireText(text);
        for (char separator : SEPARATORS) {
            Optional<List<CsvLine>> lines = CsvSyntax.lines(text, separator);
            if (lines.isPresent()) {
                Optional<CsvTable> table = table(text, separator, lines.get(), encoding);
                if (table.isPresent()) {
                    return table.get();
                }
            }
        }
        throw new NotADeviceFileException("no header with a serial number or a hardware hash is in its first "
                + LAST_HEADER_LINE + " lines, or a quote is never closed");
    }

    /**
     * Reads corporate identifiers, which have no header and so cannot be told from other files: only for a user who
     * says that they are.
     *
     * @param text the whole text, without a byte order mark
     * @param encoding how it is stored
     * @return the table
     * @throws NotADeviceFileException if a line has not three values
     */
    public static CsvTable readIdentifiers(String text, TextEncoding encoding) throws NotADeviceFileException {
        requireText(text);
        char separator = identifierSeparator(text);
        List<CsvLine> lines = CsvSyntax.lines(text, separator)
                .orElseThrow(() -> new NotADeviceFileException("a quote is never closed"));
        for (CsvLine line : lines) {
            if (line.cells().size() != IDENTIFIER_CELLS) {
                throw new NotADeviceFileException("line " + line.number() + " has "
                        + line.cells().size() + " values; corporate identifiers are manufacturer,model,serial");
            }
        }
        boolean quoted = !lines.isEmpty() && lines.get(0).quoted();
        CsvSyntax syntax = new CsvSyntax(separator, quoted, newline(text));
        Columns columns = Columns.of(List.of(Field.MANUFACTURER, Field.MODEL, Field.SERIAL_NUMBER));
        return CsvTable.of(text, syntax, columns, Format.CORPORATE_IDENTIFIERS, encoding, lines);
    }

    private static void requireText(String text) throws NotADeviceFileException {
        if (text.indexOf('\0') >= 0) {
            throw new NotADeviceFileException("it holds NUL characters, so it is not text");
        }
    }

    /** The one by which the first row has three values; the comma where there is none. */
    private static char identifierSeparator(String text) {
        for (char separator : SEPARATORS) {
            List<CsvLine> lines = CsvSyntax.lines(text, separator).orElse(List.of());
            if (!lines.isEmpty() && lines.get(0).cells().size() == IDENTIFIER_CELLS) {
                return separator;
            }
        }
        return CsvSyntax.PLAIN.separator();
    }

    private static Optional<CsvTable> table(String text, char separator, List<CsvLine> lines, TextEncoding encoding) {
        List<CsvLine> first = lines.subList(0, Math.min(lines.size(), LAST_HEADER_LINE));
        // Before the header: the export has a line that describes its columns and could be taken for one.
        for (CsvLine line : first) {
            Optional<Columns> repeated = Columns.repeated(line.cells());
            if (repeated.isPresent()) {
                Columns columns = repeated.get();
                List<CsvLine> rows = lines.stream()
                        .filter(row -> columns.areRepeatedIn(row.cells()))
                        .toList();
                return Optional.of(table(text, separator, line, columns, rows, encoding));
            }
        }
        for (int i = 0; i < first.size(); i++) {
            Optional<Columns> columns = Columns.named(first.get(i).cells());
            if (columns.isPresent()) {
                List<CsvLine> rows = lines.subList(i + 1, lines.size());
                return Optional.of(table(text, separator, first.get(i), columns.get(), rows, encoding));
            }
        }
        return Optional.empty();
    }

    private static CsvTable table(
            String text, char separator, CsvLine model, Columns columns, List<CsvLine> rows, TextEncoding encoding) {
        CsvSyntax syntax = new CsvSyntax(separator, model.quoted(), newline(text));
        return CsvTable.of(text, syntax, columns, columns.format(), encoding, rows);
    }

    /** The break of the first line decides; a file without one gets that of new files. */
    private static String newline(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                return "\n";
            }
            if (text.charAt(i) == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
            }
        }
        return CsvSyntax.PLAIN.newline();
    }
}
