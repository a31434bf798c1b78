// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.export.DeviceSnapshot;
import dev.hwhash.service.export.StoredDevice;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Devices in one transaction, read on as they are asked for. */
final class SqlSnapshot implements DeviceSnapshot {

    private static final Logger LOG = LoggerFactory.getLogger(SqlSnapshot.class);

    private static final int FETCHED = 500;

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<Field> fields;
    private final Set<Field> optional;
    private ResultSet rows;

    SqlSnapshot(Connection connection, Set<Field> wanted, SnapshotScope scope) throws SQLException {
        this.connection = connection;
        this.fields = List.copyOf(wanted);
        this.optional = optional(wanted, scope);
        this.statement = scope.prepare(connection, query(fields, scope));
        // PostgreSQL would send all at once.
        statement.setFetchSize(FETCHED);
        this.rows = statement.executeQuery();
    }

    private Set<Field> optional(Set<Field> wanted, SnapshotScope scope) throws SQLException {
        Set<Field> present = EnumSet.noneOf(Field.class);
        for (Field field : List.of(Field.GROUP_TAG, Field.ASSIGNED_USER)) {
            if (wanted.contains(field) && exists(column(field), scope)) {
                present.add(field);
            }
        }
        return present;
    }

    private boolean exists(String column, SnapshotScope scope) throws SQLException {
        String sql = "SELECT EXISTS (SELECT 1 FROM " + scope.devices() + " WHERE " + scope.condition() + " AND "
                + column + " IS NOT NULL)";
        try (PreparedStatement any = scope.prepare(connection, sql);
                ResultSet row = any.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String query(List<Field> fields, SnapshotScope scope) {
        List<String> columns = new ArrayList<>();
        columns.add("d.id");
        fields.forEach(field -> columns.add(column(field)));
        boolean hash = fields.contains(Field.HARDWARE_HASH);
        boolean report = fields.contains(Field.SOURCE) || fields.contains(Field.COLLECTED_AT);
        return "SELECT " + String.join(", ", columns) + " FROM " + scope.devices()
                + (hash ? " LEFT JOIN hardware_hash h ON h.report = d.hash_report" : "")
                + (report ? " LEFT JOIN report r ON r.id = d.newest_report" : "")
                + " WHERE " + scope.condition() + " ORDER BY " + scope.order();
    }

    private static String column(Field field) {
        return switch (field) {
            case SERIAL_NUMBER -> "d.serial_number";
            case WINDOWS_PRODUCT_ID -> "d.windows_product_id";
            case HARDWARE_HASH -> "h.text";
            case MANUFACTURER -> "d.manufacturer";
            case MODEL -> "d.model";
            case GROUP_TAG -> "d.group_tag";
            case ASSIGNED_USER -> "d.assigned_user";
            case COLLECTED_AT -> "r.collected_at";
            case SOURCE -> "r.source";
        };
    }

    @Override
    public Set<Field> optionalColumns() {
        return Set.copyOf(optional);
    }

    @Override
    public Optional<StoredDevice> next() throws IOException {
        try {
            return rows.next() ? Optional.of(device()) : Optional.empty();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void rewind() throws IOException {
        try {
            rows.close();
            rows = statement.executeQuery();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private StoredDevice device() throws SQLException {
        Map<Field, String> facts = new EnumMap<>(Field.class);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String value = rows.getString(i + 2);
            if (value != null) {
                facts.put(
                        field,
                        field == Field.COLLECTED_AT
                                ? Instant.ofEpochMilli(Long.parseLong(value)).toString()
                                : value.strip());
            }
        }
        return new StoredDevice(rows.getLong(1), new DeviceRecord(facts));
    }

    static IOException unreadable(SQLException e) {
        return new IOException("the devices cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try (connection) {
            rows.close();
            statement.close();
            connection.rollback();
        } catch (SQLException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("event", "snapshot-not-closed")
                    .log("a snapshot was not closed in order");
        }
    }
}
