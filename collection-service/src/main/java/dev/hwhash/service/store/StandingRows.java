// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.LastReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What of devices and their reports a decision depends on. For one transaction. */
final class StandingRows {

    private static final String DEVICE = "SELECT d.state, r.id, r.report_id, r.received_at, d.newest_report,"
            + " coalesce(d.hash_report, d.newest_report), d.group_tag, d.assigned_user FROM device d"
            + " JOIN report r ON r.id = (SELECT max(id) FROM report WHERE device = d.id) WHERE d.id = ?";

    private static final String REPORT = "SELECT r.id, r.report_id, r.content_sha256, r.received_at, r.captured_at,"
            + " r.serial_number, r.windows_product_id, r.manufacturer, r.model, r.group_tag, r.assigned_user, h.text"
            + " FROM report r LEFT JOIN hardware_hash h ON h.report = r.id WHERE r.device = ? AND ";

    private final PreparedStatement device;
    private final PreparedStatement reportById;
    private final PreparedStatement reportByRow;

    StandingRows(Connection connection) throws SQLException {
        Statements statements = new Statements(connection);
        device = statements.prepare(DEVICE);
        reportById = statements.prepare(REPORT + "r.report_id = ?");
        reportByRow = statements.prepare(REPORT + "r.id = ?");
    }

    /**
     * How a device stands.
     *
     * @param newest row of the report whose facts it has
     * @param proposed row of the report that is decided where nobody names another
     */
    record StoredStanding(
            DeviceState state,
            LastReport last,
            long newest,
            long proposed,
            Optional<String> groupTag,
            Optional<String> assignedUser) {}

    /** A report, with its hash among the facts. */
    record StoredReport(
            long row,
            String id,
            String content,
            Instant receivedAt,
            Optional<Instant> capturedAt,
            DeviceRecord facts) {}

    Optional<StoredStanding> device(long id) throws SQLException {
        try (ResultSet row = Statements.bind(device, id).executeQuery()) {
            return row.next() ? Optional.of(standing(row)) : Optional.empty();
        }
    }

    Optional<StoredReport> report(long device, String reportId) throws SQLException {
        return report(Statements.bind(reportById, device, reportId));
    }

    Optional<StoredReport> report(long device, long row) throws SQLException {
        return report(Statements.bind(reportByRow, device, row));
    }

    private static Optional<StoredReport> report(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(stored(row)) : Optional.empty();
        }
    }

    private static StoredStanding standing(ResultSet row) throws SQLException {
        return new StoredStanding(
                DeviceState.named(row.getString(1)).orElseThrow(),
                new LastReport(row.getLong(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4))),
                row.getLong(5),
                row.getLong(6),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)));
    }

    private static StoredReport stored(ResultSet row) throws SQLException {
        DeviceRecord facts = DeviceViews.facts(row);
        String hash = row.getString("text");
        return new StoredReport(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                Statements.time(row, "captured_at"),
                hash == null ? facts : facts.with(Field.HARDWARE_HASH, hash));
    }
}
