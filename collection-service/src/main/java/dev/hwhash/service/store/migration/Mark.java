// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import dev.hwhash.service.store.MigrationMark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * From where a database is filled. Immutable.
 *
 * @param folder by its first token, which a service makes at its first start and never deletes
 * @param state by the last number of each table: nearly all that a service does takes one
 */
record Mark(String folder, String state) {

    private static final String FIRST_TOKEN = "SELECT hash, created_at FROM token ORDER BY id LIMIT 1";
    private static final List<Cell.Kind> KINDS = List.of(Cell.Kind.BYTES, Cell.Kind.NUMBER);

    /** Tells a folder from others; the same in the database that it was moved to. Empty where there is no token. */
    static Optional<String> folder(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST_TOKEN);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            MessageDigest digest = TableDigest.begun();
            TableDigest.add(digest, List.of(Cell.read(row, 1, KINDS.get(0)), Cell.read(row, 2, KINDS.get(1))));
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        }
    }

    static Mark of(String folder, LastNumbers numbers) {
        byte[] state = numbers.byTable().toString().getBytes(StandardCharsets.UTF_8);
        return new Mark(folder, HexFormat.of().formatHex(TableDigest.begun().digest(state)));
    }

    /** The one in a database. */
    static Optional<Mark> read(Connection target) throws SQLException {
        try (PreparedStatement statement = target.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
            statement.setString(1, MigrationMark.NAME);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<String> parts = List.of(row.getString(1).split(" ", 2));
                return Optional.of(new Mark(parts.get(0), parts.get(1)));
            }
        }
    }

    void write(Connection target) throws SQLException {
        execute(target, "INSERT INTO setting (name, value) VALUES (?, ?)", MigrationMark.NAME, folder + " " + state);
    }

    static void remove(Connection target) throws SQLException {
        execute(target, "DELETE FROM setting WHERE name = ?", MigrationMark.NAME);
    }

    private static void execute(Connection target, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = target.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
