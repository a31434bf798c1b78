// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV files of devices row by row, in every dialect that {@link CsvReader} knows, and by the same rules; tests
 * hold the two together. A header that stands again further down, as where files were joined, counts from there on.
 *
 * <p>Holds a quarter of a mebibyte of the file at a time, or the longest row.
 */
public final class CsvRows implements RowReader {

    /** Far more than a block has of rows with a hash; of short ones it could have a hundred thousand. */
    private static final int MOST_ROWS = 512;

    private final InputStream in;
    private final CellText text;
    private final ByteBlock block;
    private final CellCursor cursor;
    private final LayoutNotes notes;
    private Columns columns;
    private int line = 1;

    private CsvRows(InputStream in, CellText text, ByteBlock block, CsvReader.Header header, Format format) {
        this.in = in;
        this.text = text;
        this.block = block;
        this.columns = header.columns();
        this.cursor = new CellCursor(text, header.separator(), hashPlace());
        this.notes = new LayoutNotes(format, header.repeated());
    }

    /**
     * Starts to read a file with a header.
     *
     * @param in the whole file; closed with the reader
     * @param ansi the code page of characters that are not Unicode
     * @return a reader behind the header
     * @throws IOException if the file cannot be read
     * @throws NotADeviceFileException if no header is found
     */
    public static CsvRows read(InputStream in, Charset ansi) throws IOException, NotADeviceFileException {
        return read(in, ansi, ByteBlock.SIZE);
    }

    /** The header must stand in the first block. */
    static CsvRows read(InputStream in, Charset ansi, int blockSize) throws IOException, NotADeviceFileException {
        PlainBytes bytes = PlainBytes.of(in);
        ByteBlock block = first(bytes, blockSize);
        CellText text = new CellText(bytes.marked(), ansi);
        Optional<CsvReader.Header> header = CsvReader.header(text.ofStart(block.bytes(), block.endOfLines()));
        if (header.isEmpty()) {
            throw CsvReader.noHeader();
        }
        CsvRows rows = new CsvRows(
                in, text, block, header.get(), header.get().columns().format());
        rows.skipHeader(header.get());
        return rows;
    }

    /**
     * Starts to read corporate identifiers, which have no header and so cannot be told from other files.
     *
     * @param in the whole file; closed with the reader
     * @param ansi the code page of characters that are not Unicode
     * @return a reader at the first row
     * @throws IOException if the file cannot be read
     */
    public static CsvRows readIdentifiers(InputStream in, Charset ansi) throws IOException {
        return readIdentifiers(in, ansi, ByteBlock.SIZE);
    }

    /** The first row must stand in the first block. */
    static CsvRows readIdentifiers(InputStream in, Charset ansi, int blockSize) throws IOException {
        PlainBytes bytes = PlainBytes.of(in);
        ByteBlock block = first(bytes, blockSize);
        CellText text = new CellText(bytes.marked(), ansi);
        char separator = CsvReader.identifierSeparator(text.ofStart(block.bytes(), block.endOfLines()));
        Columns columns = Columns.of(List.of(Field.MANUFACTURER, Field.MODEL, Field.SERIAL_NUMBER));
        CsvLine none = new CsvLine(0, 0, 0, 0, List.of(), List.of(), false);
        CsvReader.Header header = new CsvReader.Header(separator, none, columns, false);
        CsvRows rows = new CsvRows(in, text, block, header, Format.CORPORATE_IDENTIFIERS);
        rows.cursor.look(block, 0);
        return rows;
    }

    private static ByteBlock first(PlainBytes bytes, int size) throws IOException {
        ByteBlock block = new ByteBlock(bytes, size);
        block.advance(0);
        return block;
    }

    private int hashPlace() {
        Integer place = columns.places().get(Field.HARDWARE_HASH);
        return place == null ? -1 : place;
    }

    /** Reads the header anew, in the file's own characters, and what stands above it. */
    private void skipHeader(CsvReader.Header header) {
        cursor.look(block, 0);
        if (header.repeated()) {
            return;
        }
        cursor.expect(header.separator(), -1);
        while (line < header.line().number() && cursor.take()) {
            notes.above(cursor);
            countLines();
        }
        if (cursor.take()) {
            notes.header(line, cursor);
            countLines();
        }
        cursor.expect(header.separator(), hashPlace());
    }

    private void countLines() {
        line += 1 + cursor.lineBreaksInside();
    }

    @Override
    public List<DeviceRow> next() throws IOException, NotADeviceFileException {
        List<DeviceRow> rows = new ArrayList<>();
        while (true) {
            while (!cursor.atEnd() && rows.size() < MOST_ROWS && cursor.take()) {
                row(rows);
                countLines();
            }
            if (!rows.isEmpty() || (cursor.atEnd() && block.isLast())) {
                return rows;
            }
            if (block.isLast()) {
                throw new NotADeviceFileException("the quote that opens on line " + line + " is never closed");
            }
            advance();
        }
    }

    private void advance() throws IOException, NotADeviceFileException {
        if (!block.advance(cursor.at())) {
            throw new NotADeviceFileException("line " + line + " has no end: "
                    + (cursor.waitsForQuote() ? "a quote on it is never closed" : "it is no text"));
        }
        cursor.look(block, 0);
    }

    private void row(List<DeviceRow> rows) {
        List<String> cells = cursor.cells();
        boolean hash = !cursor.hash().isEmpty();
        if (notes.namesInRows() && !columns.areRepeatedIn(cells)) {
            notes.aboveOrBetween(line, cursor, !hash && isBlank(cells));
        } else if (!hash && isBlank(cells)) {
            notes.blank(line);
        } else if (!hash && isHeaderAgain(cells)) {
            notes.headerAgain(line);
        } else {
            notes.row();
            rows.add(new DeviceRow(line, columns, cells, cursor.hash(), cursor.quoted()));
        }
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Takes over the columns of a header in the middle of the file. */
    private boolean isHeaderAgain(List<String> cells) {
        if (notes.namesInRows()) {
            return false;
        }
        Optional<Columns> again = Columns.named(cells);
        if (again.isPresent()) {
            columns = again.get();
            cursor.expect(cursor.separator(), hashPlace());
        }
        return again.isPresent();
    }

    @Override
    public FileLayout layout() {
        return notes.layout(text, cursor);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
