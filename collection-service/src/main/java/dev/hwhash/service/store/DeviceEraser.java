// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Removes all of a device. For one transaction. */
final class DeviceEraser {

    /** Only a device that shares an identifier was ever compared, and so flagged. */
    private static final String NEIGHBOURS = "SELECT DISTINCT other.device FROM identifier own"
            + " JOIN identifier other ON other.kind = own.kind AND other.value = own.value"
            + " WHERE own.device = ? AND other.device <> own.device";

    /** What stands in the tables of a device, those first that refer to others. */
    private static final List<String> REMOVALS = List.of(
            "DELETE FROM selection_member WHERE device = ?",
            "DELETE FROM registration WHERE device = ?",
            "DELETE FROM decision WHERE device = ?",
            "DELETE FROM hardware_hash WHERE report IN (SELECT id FROM report WHERE device = ?)",
            "DELETE FROM report WHERE device = ?",
            "DELETE FROM identifier WHERE device = ?",
            "DELETE FROM device WHERE id = ?");

    private final Connection connection;
    private final Dialect dialect;

    DeviceEraser(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Returns false where there is no such device. */
    boolean erase(long device) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            LastNumbers.keep(connection, LastNumbers.DEVICE);
            LastNumbers.keep(connection, LastNumbers.REPORT);
        }
        Overwriting.isDue(connection, dialect);
        unflag(device);
        int removed = 0;
        for (String removal : REMOVALS) {
            try (PreparedStatement statement = Statements.bind(connection.prepareStatement(removal), device)) {
                removed = statement.executeUpdate();
            }
        }
        return removed == 1;
    }

    /** Takes the device's number out of the flags of others and of their reports. */
    private void unflag(long device) throws SQLException {
        try (PreparedStatement neighbours = Statements.bind(connection.prepareStatement(NEIGHBOURS), device);
                ResultSet rows = neighbours.executeQuery()) {
            while (rows.next()) {
                long neighbour = rows.getLong(1);
                unflag("device", "id", neighbour, device);
                unflag("report", "device", neighbour, device);
            }
        }
    }

    private void unflag(String table, String column, long neighbour, long device) throws SQLException {
        String find = "SELECT id, flags FROM " + table + " WHERE " + column + " = ? AND flags <> ''";
        try (PreparedStatement flagged = Statements.bind(connection.prepareStatement(find), neighbour);
                PreparedStatement update =
                        connection.prepareStatement("UPDATE " + table + " SET flags = ? WHERE id = ?");
                ResultSet rows = flagged.executeQuery()) {
            while (rows.next()) {
                String flags = rows.getString(2);
                String left = FlagText.without(flags, device);
                if (!left.equals(flags)) {
                    Statements.bind(update, left, rows.getLong(1)).executeUpdate();
                }
            }
        }
    }
}
