// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Which numbers of devices and reports were given last, those of deleted ones too: no number is given twice. */
final class LastNumbers {

    static final String DEVICE = "device";
    static final String REPORT = "report";

    private LastNumbers() {}

    /** Returns the last number of a kind; 0 where there was none. */
    static long of(Connection connection, String kind) throws SQLException {
        String sql = "SELECT max(n) FROM (SELECT coalesce(max(id), 0) AS n FROM " + kind
                + " UNION ALL SELECT number FROM last_number WHERE kind = ?) AS numbers";
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), kind);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Remembers the last number, before rows are deleted in the same transaction. */
    static void keep(Connection connection, String kind) throws SQLException {
        String sql = "INSERT INTO last_number (kind, number) VALUES (?, ?)"
                + " ON CONFLICT (kind) DO UPDATE SET number = excluded.number";
        try (PreparedStatement statement =
                Statements.bind(connection.prepareStatement(sql), kind, of(connection, kind))) {
            statement.executeUpdate();
        }
    }
}
