// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database after some years: devices, decisions, registrations and an audit log, all made by the server. */
final class StoredReality {

    private static final List<String> MORE = List.of(
            "INSERT INTO identifier SELECT 'ek', ek_hash, id FROM device UNION ALL"
                    + " SELECT 'smbios-uuid', smbios_uuid, id FROM device UNION ALL"
                    + " SELECT 'serial', serial_number, id FROM device",
            "INSERT INTO hardware_hash SELECT id, repeat('A', 100) FROM report",
            "INSERT INTO decision (device, report, report_id, content_sha256, verdict, account, decided_at)"
                    + " SELECT device.id, report.id, report_id, content_sha256, state, 'pat', received_at FROM device"
                    + " JOIN report ON report.device = device.id WHERE state <> 'pending'",
            "INSERT INTO registration (device, decision, entry, state, changed_at)"
                    + " SELECT device, id, gen_random_uuid(), 'registered', decided_at FROM decision"
                    + " WHERE verdict = 'approved'",
            "INSERT INTO setting SELECT 'registrationDecisions', max(id) FROM decision",
            "INSERT INTO audit (at, actor, address, action, detail) SELECT decided_at, account, '192.0.2.1',"
                    + " CASE WHEN id % 10 = 0 THEN 'signed-in' ELSE 'device-' || verdict END, 'device ' || device"
                    + " FROM decision",
            "ANALYZE");

    private StoredReality() {}

    /** Fills the database that stands for a file; returns its name. Its plans are logged from the next connection on. */
    static String fill(Path file, int devices) throws IOException, SQLException {
        TestDatabase.at(file);
        try (Connection connection = TestDatabase.connect(file);
                Statement statement = connection.createStatement()) {
            String name = name(statement);
            ManyDevices.fill(TestDatabase.server(), name, devices);
            for (String sql : MORE) {
                statement.execute(sql);
            }
            for (String setting : LoggedPlans.SETTINGS) {
                statement.execute("ALTER DATABASE " + name + " SET " + setting);
            }
            return name;
        }
    }

    private static String name(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT current_database()")) {
            row.next();
            return row.getString(1);
        }
    }
}
