// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV files of devices as people have them: any separator that Excel leaves, names in any case and order, lines
 * before the header.
 */
public final class CsvReader {

    static final char[] SEPARATORS = {',', ';', '\t'};
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
        Optional<Header> found = header(text);
        if (found.isEmpty()) {
            throw noHeader();
        }
        Header header = found.get();
        List<CsvLine> rows = new ArrayList<>();
        for (CsvLine line : lines(text, header.separator)) {
            if (header.isOf(line)) {
                rows.add(line);
            }
        }
        CsvSyntax syntax = new CsvSyntax(header.separator, header.line.quoted(), newline(text));
        Columns columns = header.columns;
        return CsvTable.of(text, syntax, columns, columns.format(), encoding, rows);
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
        List<CsvLine> lines = lines(text, separator);
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

    static NotADeviceFileException noHeader() {
        return new NotADeviceFileException("no header with a serial number or a hardware hash is in its first "
                + LAST_HEADER_LINE + " lines, or a quote is never closed");
    }

    private static void requireText(String text) throws NotADeviceFileException {
        if (text.indexOf('\0') >= 0) {
            throw new NotADeviceFileException("it holds NUL characters, so it is not text");
        }
    }

    /** The one by which the first row has three values; the comma where there is none. */
    static char identifierSeparator(String text) {
        for (char separator : SEPARATORS) {
            List<CsvLine> lines = CsvSyntax.firstLines(text, separator, 1);
            if (!lines.isEmpty() && lines.get(0).cells().size() == IDENTIFIER_CELLS) {
                return separator;
            }
        }
        return CsvSyntax.PLAIN.separator();
    }

    private static List<CsvLine> lines(String text, char separator) throws NotADeviceFileException {
        Optional<List<CsvLine>> lines = CsvSyntax.lines(text, separator);
        if (lines.isEmpty()) {
            throw new NotADeviceFileException("a quote is never closed");
        }
        return lines.get();
    }

    /** The one that stands first, whatever the separator: no row that is added behind it can become the header. */
    static Optional<Header> header(String text) {
        Optional<Header> first = Optional.empty();
        for (char separator : SEPARATORS) {
            Optional<Header> header = header(CsvSyntax.firstLines(text, separator, LAST_HEADER_LINE), separator);
            if (header.isPresent()
                    && (first.isEmpty()
                            || header.get().line.start() < first.get().line.start())) {
                first = header;
            }
        }
        return first;
    }

    private static Optional<Header> header(List<CsvLine> lines, char separator) {
        // Before the header: the export has a line that describes its columns and could be taken for one.
        for (CsvLine line : lines) {
            Optional<Columns> repeated = Columns.repeated(line.cells());
            if (repeated.isPresent()) {
                return Optional.of(new Header(separator, line, repeated.get(), true));
            }
        }
        for (CsvLine line : lines) {
            Optional<Columns> columns = Columns.named(line.cells());
            if (columns.isPresent()) {
                return Optional.of(new Header(separator, line, columns.get(), false));
            }
        }
        return Optional.empty();
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

    /** The line that names the columns; where the rows repeat the names, the first row. */
    record Header(char separator, CsvLine line, Columns columns, boolean repeated) {

        boolean isOf(CsvLine row) {
            return repeated ? columns.areRepeatedIn(row.cells()) : row.start() > line.start();
        }
    }
}
