// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hwhash.device.Format;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.FileLayout;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.RowReader;
import dev.hwhash.device.table.TextEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file with one JSON object a line, however large it is, as {@link JsonTable} would. */
public final class JsonRows implements RowReader {

    private static final int ROWS_AT_ONCE = 64;
    /** Far above any row; what is longer is no text of lines. */
    private static final int LONGEST_LINE = 1 << 22;

    private static final int START = 3;

    private final BufferedReader in;
    private final Optional<TextEncoding> marked;
    private final Charset ansi;
    private boolean codePage;
    private int number;
    private boolean ended;
    private Optional<NotADeviceFileException> refused = Optional.empty();

    private JsonRows(BufferedReader in, Optional<TextEncoding> marked, Charset ansi) {
        this.in = in;
        this.marked = marked;
        this.ansi = ansi;
    }

    /**
     * Starts to read.
     *
     * @param in the whole file; closed with the reader
     * @param ansi the code page of lines that are not Unicode
     * @return a reader at the first line
     * @throws IOException if the file cannot be read
     */
    public static JsonRows read(InputStream in, Charset ansi) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, START);
        byte[] first = start.readNBytes(START);
        start.unread(first);
        Optional<TextEncoding> marked = TextEncoding.ofStart(first);
        // Without a mark each byte is a character, until a line is whole and shows what it is.
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(start, marked.isPresent() ? marked.get().charset() : ISO_8859_1));
        if (marked.isPresent() && marked.get().byteOrderMark()) {
            reader.read();
        }
        return new JsonRows(reader, marked, ansi);
    }

    @Override
    public List<DeviceRow> next() throws IOException, NotADeviceFileException {
        if (refused.isPresent()) {
            throw refused.get();
        }
        List<DeviceRow> rows = new ArrayList<>();
        try {
            while (!ended && rows.size() < ROWS_AT_ONCE) {
                String line = text(line()).stripTrailing();
                number++;
                if (!line.isBlank()) {
                    rows.add(DeviceRow.of(number, JsonLine.read(line, number)));
                }
            }
        } catch (NotADeviceFileException e) {
            // The rows before it come first.
            refused = Optional.of(e);
            if (rows.isEmpty()) {
                throw e;
            }
        }
        return rows;
    }

    private String line() throws IOException, NotADeviceFileException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0 || c == '\n' || c == '\r') {
                skipLineFeed(c);
                return line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw new NotADeviceFileException(
                        "line " + (number + 1) + " has more than " + LONGEST_LINE + " characters");
            }
            line.append((char) c);
        }
    }

    private String text(String line) {
        if (marked.isPresent() || line.chars().allMatch(c -> c < 0x80)) {
            return line;
        }
        byte[] bytes = line.getBytes(ISO_8859_1);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            codePage = true;
            return new String(bytes, ansi);
        }
    }

    private void skipLineFeed(int last) throws IOException {
        ended = last < 0;
        if (last == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
    }

    @Override
    public FileLayout layout() {
        FileLayout plain = FileLayout.ofDevices(Format.JSON);
        if (marked.isPresent()) {
            return plain.storedAs(marked.get());
        }
        return codePage ? TextEncoding.named("ansi", ansi).map(plain::storedAs).orElse(plain) : plain;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
