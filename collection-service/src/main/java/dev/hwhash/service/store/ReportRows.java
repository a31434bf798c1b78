// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.intake.Report;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The tables {@code report} and {@code hardware_hash}, for the writer. Used by one thread. */
final class ReportRows {

    private static final String INSERT = "INSERT INTO report (id, report_id, token, content_sha256, received_at,"
            + " collected_at, source, agent_version, device, serial_number, windows_product_id, manufacturer, model,"
            + " group_tag, assigned_user, captured_at, flags, client)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final PreparedStatement insert;
    private final PreparedStatement insertHash;

    ReportRows(Statements statements) throws SQLException {
        insert = statements.prepareInsert(INSERT);
        insertHash = statements.prepareInsert("INSERT INTO hardware_hash (report, text) VALUES (?, ?)");
    }

    void insert(long device, DeviceRows.Facts facts) throws SQLException {
        Report report = facts.report();
        DeviceRecord values = report.device();
        Statements.bind(
                        insert,
                        facts.row(),
                        report.id().toString(),
                        facts.submission().token(),
                        report.content().hex(),
                        facts.receivedAt().toEpochMilli(),
                        report.collectedAt().toEpochMilli(),
                        report.source(),
                        report.agentVersion(),
                        device,
                        values.value(Field.SERIAL_NUMBER),
                        values.value(Field.WINDOWS_PRODUCT_ID),
                        values.value(Field.MANUFACTURER),
                        values.value(Field.MODEL),
                        values.value(Field.GROUP_TAG),
                        values.value(Field.ASSIGNED_USER),
                        facts.capturedAt().map(Instant::toEpochMilli),
                        facts.flags(),
                        facts.submission().client())
                .addBatch();
        Optional<String> hash = values.value(Field.HARDWARE_HASH);
        if (hash.isPresent()) {
            Statements.bind(insertHash, facts.row(), hash.get()).addBatch();
        }
    }
}
