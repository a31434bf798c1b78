// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last number that each table gave, those of deleted rows too. Immutable.
 *
 * @param byTable the table, and the number
 * @see <a href="https://www.sqlite.org/autoinc.html">SQLite Autoincrement</a>
 */
record LastNumbers(Map<String, Long> byTable) {

    /** Tables that SQLite numbers by itself, and the two that the service numbers. */
    private static final String READ = "SELECT name, seq FROM sqlite_sequence"
            + " UNION ALL SELECT 'device', coalesce(max(id), 0) FROM device"
            + " UNION ALL SELECT 'report', coalesce(max(id), 0) FROM report"
            + " UNION ALL SELECT kind, number FROM last_number";

    private static final Map<String, String> OF_THE_SERVICE =
            Map.of("device", "device_number", "report", "report_number");

    static LastNumbers of(Connection source) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            while (row.next()) {
                numbers.merge(row.getString(1), row.getLong(2), Math::max);
            }
        }
        return new LastNumbers(numbers);
    }

    /** Has PostgreSQL go on behind them. */
    void set(Connection target) throws SQLException {
        String ofTheServer = "SELECT setval(pg_get_serial_sequence(?, 'id'), ?)";
        String ofTheService = "SELECT setval(CAST(? AS regclass), ?)";
        for (Map.Entry<String, Long> last : byTable.entrySet()) {
            String table = last.getKey();
            String sequence = OF_THE_SERVICE.get(table);
            // A sequence begins with 1; one that gave nothing stays as it is.
            if (last.getValue() > 0) {
                set(target, sequence == null ? ofTheServer : ofTheService, sequence == null ? table : sequence, last);
            }
        }
    }

    private static void set(Connection target, String sql, String name, Map.Entry<String, Long> last)
            throws SQLException {
        try (PreparedStatement statement = target.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setLong(2, last.getValue());
            statement.executeQuery().close();
        }
    }
}
