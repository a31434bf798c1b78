// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * All rows of a table in one number. Immutable.
 *
 * @param rows how many
 * @param sha256 of all their cells in the order of the key, in hex
 * @param replaced how many texts have a character that PostgreSQL cannot hold
 */
record TableDigest(long rows, String sha256, long replaced) {

    /** Reads the whole table. */
    static TableDigest of(Connection connection, Table table, Progress progress) throws SQLException {
        MessageDigest digest = begun();
        long count = 0;
        // In a transaction, or the driver of PostgreSQL would hold all rows at once.
        connection.setAutoCommit(false);
        try (Rows rows = Rows.of(connection, table, Optional.empty())) {
            while (rows.next()) {
                add(digest, rows.row());
                count++;
                progress.compared(table.name());
            }
            return new TableDigest(count, HexFormat.of().formatHex(digest.digest()), rows.replaced());
        } finally {
            connection.setAutoCommit(true);
        }
    }

    static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    static void add(MessageDigest digest, List<Cell> row) {
        row.forEach(cell -> add(digest, cell));
    }

    /** Each with its kind and length: no two rows look alike. */
    private static void add(MessageDigest digest, Cell cell) {
        if (cell instanceof Cell.Whole number) {
            add(
                    digest,
                    'n',
                    ByteBuffer.allocate(Long.BYTES).putLong(number.value()).array());
        } else if (cell instanceof Cell.Text text) {
            add(digest, 't', text.value().getBytes(StandardCharsets.UTF_8));
        } else if (cell instanceof Cell.Bytes bytes) {
            add(digest, 'b', bytes.value().array());
        } else {
            add(digest, 'e', new byte[0]);
        }
    }

    private static void add(MessageDigest digest, char kind, byte[] bytes) {
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
