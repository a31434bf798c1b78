// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.Origin;
import dev.hwhash.service.search.ReportSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the tables {@code device} and {@code report} as they are shown. */
final class DeviceViews {

    private static final Map<Field, String> COLUMNS = new EnumMap<>(Map.of(
            Field.SERIAL_NUMBER, "serial_number",
            Field.WINDOWS_PRODUCT_ID, "windows_product_id",
            Field.MANUFACTURER, "manufacturer",
            Field.MODEL, "model",
            Field.GROUP_TAG, "group_tag",
            Field.ASSIGNED_USER, "assigned_user"));

    private DeviceViews() {}

    static DeviceSummary summary(ResultSet row) throws SQLException {
        return new DeviceSummary(
                row.getLong("id"),
                facts(row),
                Optional.ofNullable(row.getString("smbios_uuid")),
                time(row, "first_received_at"),
                time(row, "last_received_at"),
                row.getBoolean("has_hash"),
                flags(row),
                DeviceState.named(row.getString("state")).orElseThrow(),
                row.getLong("token") == 0 ? Optional.empty() : Optional.of(origin(row)));
    }

    static ReportSummary report(ResultSet row) throws SQLException {
        return new ReportSummary(
                row.getString("report_id"),
                time(row, "received_at"),
                time(row, "collected_at"),
                Statements.time(row, "captured_at"),
                row.getString("source"),
                row.getString("agent_version"),
                row.getString("content_sha256"),
                origin(row),
                facts(row),
                row.getBoolean("has_hash"),
                flags(row));
    }

    /** Reads what the columns that both tables have say; the hash stands elsewhere. */
    static DeviceRecord facts(ResultSet row) throws SQLException {
        Map<Field, String> facts = new EnumMap<>(Field.class);
        for (Map.Entry<Field, String> column : COLUMNS.entrySet()) {
            String value = row.getString(column.getValue());
            if (value != null) {
                facts.put(column.getKey(), value);
            }
        }
        return new DeviceRecord(facts);
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                row.getLong("token"), row.getString("token_name"), Optional.ofNullable(row.getString("client")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static List<String> flags(ResultSet row) throws SQLException {
        String flags = row.getString("flags");
        return flags.isEmpty() ? List.of() : List.of(flags.split(" ", -1));
    }
}
