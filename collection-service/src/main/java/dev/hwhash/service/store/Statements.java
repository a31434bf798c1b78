// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements of one connection, each prepared once. Used by one thread. */
final class Statements {

    private final Connection connection;
    private final List<PreparedStatement> inserts = new ArrayList<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Prepares one whose rows wait for {@link #insert}; to be asked for in the order in which tables refer to others. */
    PreparedStatement prepareInsert(String sql) throws SQLException {
        PreparedStatement insert = prepare(sql);
        inserts.add(insert);
        return insert;
    }

    /** Inserts all rows that wait. */
    void insert() throws SQLException {
        for (PreparedStatement insert : inserts) {
            insert.executeBatch();
        }
    }

    /** Drops the rows that a transaction which failed has left. */
    void clear() throws SQLException {
        for (PreparedStatement insert : inserts) {
            insert.clearBatch();
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Sets parameters from 1 on: text, whole numbers, or an empty Optional for NULL. */
    static PreparedStatement bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof Optional<?> maybe) {
            if (maybe.isPresent()) {
                bind(statement, place, maybe.get());
            } else {
                statement.setNull(place, Types.NULL);
            }
        } else if (value instanceof Long number) {
            statement.setLong(place, number);
        } else {
            statement.setString(place, StoredText.of(value.toString()));
        }
    }

    /** Reads a time in milliseconds; NULL is an empty Optional. */
    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
