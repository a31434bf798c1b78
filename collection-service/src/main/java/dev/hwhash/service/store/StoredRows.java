// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import dev.hwhash.service.intake.KnownDevice;
import dev.hwhash.service.intake.Submission;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a report has to be compared with: itself, if it came before, and the devices that share a name with its own. Each
 * look sees the reports before it, those of its group too. Used by one thread.
 */
final class StoredRows implements GroupLook {

    /** No device shares its serial number with so many; a flood of them must not slow each report. */
    static final String MOST = " LIMIT 50";

    static final String DEVICE =
            "d.id, d.ek_hash, d.smbios_uuid, d.known_serial, d.known_manufacturer, d.known_model," + " d.captured_at";

    private static final String CANDIDATES = "SELECT " + DEVICE + " FROM identifier i JOIN device d ON d.id = i.device"
            + " WHERE i.kind = ? AND i.value = ?" + MOST;

    private final Statements statements;
    private final PreparedStatement report;
    private final PreparedStatement candidates;

    /** A report that is there already. */
    record Earlier(long token, String content, Instant receivedAt) {}

    StoredRows(Statements statements, Dialect dialect) throws SQLException {
        this.statements = statements;
        report = statements.prepare("SELECT token, content_sha256, received_at FROM report WHERE report_id = ?");
        candidates = statements.prepare(CANDIDATES + dialect.locking("d"));
    }

    @Override
    public void begin(List<Submission> group) {
        // Each look is one of its own.
    }

    @Override
    public Optional<Earlier> report(UUID id) throws SQLException {
        statements.insert();
        try (ResultSet row = Statements.bind(report, id.toString()).executeQuery()) {
            return row.next() ? Optional.of(earlier(row)) : Optional.empty();
        }
    }

    @Override
    public List<KnownDevice> candidates(DeviceIdentity identity) throws SQLException {
        statements.insert();
        Map<Long, KnownDevice> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> identifier :
                DeviceRows.identifiers(identity).entrySet()) {
            Statements.bind(candidates, identifier.getKey(), identifier.getValue());
            try (ResultSet rows = candidates.executeQuery()) {
                while (rows.next()) {
                    KnownDevice device = device(rows);
                    found.putIfAbsent(device.id(), device);
                }
            }
        }
        return List.copyOf(found.values());
    }

    static Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                row.getLong("token"),
                row.getString("content_sha256"),
                Instant.ofEpochMilli(row.getLong("received_at")));
    }

    static KnownDevice device(ResultSet row) throws SQLException {
        DeviceIdentity identity = new DeviceIdentity(
                Optional.ofNullable(row.getString("ek_hash")).map(EkHash::of),
                Optional.ofNullable(row.getString("smbios_uuid")).map(uuid -> new SmbiosUuid(UUID.fromString(uuid))),
                Optional.ofNullable(row.getString("known_serial")),
                Optional.ofNullable(row.getString("known_manufacturer")),
                Optional.ofNullable(row.getString("known_model")));
        return new KnownDevice(row.getLong("id"), identity, Statements.time(row, "captured_at"));
    }
}
