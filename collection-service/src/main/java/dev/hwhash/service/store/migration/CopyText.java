// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Rows in the text format of PostgreSQL's COPY.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, File Formats</a>
 */
final class CopyText {

    private static final byte[] NULL = {'\\', 'N'};

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    void add(List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                text.write('\t');
            }
            add(row.get(i));
        }
        text.write('\n');
    }

    private void add(Cell cell) {
        if (cell instanceof Cell.Whole number) {
            text.writeBytes(Long.toString(number.value()).getBytes(StandardCharsets.US_ASCII));
        } else if (cell instanceof Cell.Text letters) {
            escape(letters.value().getBytes(StandardCharsets.UTF_8));
        } else if (cell instanceof Cell.Bytes bytes) {
            escape(("\\x" + HexFormat.of().formatHex(bytes.value().array())).getBytes(StandardCharsets.US_ASCII));
        } else {
            text.writeBytes(NULL);
        }
    }

    /** No byte of a longer character of UTF-8 looks like one of these. */
    private void escape(byte[] bytes) {
        for (byte each : bytes) {
            switch (each) {
                case '\\' -> twice('\\');
                case '\t' -> twice('t');
                case '\n' -> twice('n');
                case '\r' -> twice('r');
                default -> text.write(each);
            }
        }
    }

    private void twice(char letter) {
        text.write('\\');
        text.write(letter);
    }

    int size() {
        return text.size();
    }

    /** Gives what was added, and begins anew. */
    byte[] take() {
        byte[] bytes = text.toByteArray();
        text.reset();
        return bytes;
    }
}
