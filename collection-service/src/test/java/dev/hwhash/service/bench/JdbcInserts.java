// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Inserts the rows of new devices by plain JDBC, durably, so many a transaction: what the database alone takes. */
final class JdbcInserts {

    private static final String[] TABLES = {
        "INSERT INTO device (id, ek_hash, smbios_uuid, known_serial, known_manufacturer, known_model, serial_number,"
                + " manufacturer, model, flags, first_received_at, last_received_at, captured_at, newest_report,"
                + " hash_report) VALUES (?, ?, ?, ?, 'Contoso', 'Book 3', ?, 'Contoso', 'Book 3', '', 1, 1, 1, ?, ?)",
        "INSERT INTO identifier (kind, value, device) VALUES (?, ?, ?)",
        "INSERT INTO report (id, report_id, token, content_sha256, received_at, collected_at, source, agent_version,"
                + " device, serial_number, manufacturer, model, captured_at, flags)"
                + " VALUES (?, ?, 1, ?, 1, 1, 'wmi', '0.1.0', ?, ?, 'Contoso', 'Book 3', 1, '')",
        "INSERT INTO hardware_hash (report, text) VALUES (?, ?)"
    };

    private final String hash = SyntheticHash.of("HWHASH-0001").text();
    private final Path file;

    JdbcInserts(Path file) {
        this.file = file;
    }

    /** Returns how many reports a second, after a warm-up of the same length. */
    double rate(int group, double seconds) throws SQLException {
        Database.open(TestDatabase.at(file)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("INSERT INTO token (hash, kind, name, created_at) VALUES (x'00', 'enrolment', '', 1)");
            connection.setAutoCommit(false);
            long last = insert(connection, 0, group, seconds);
            long start = System.nanoTime();
            long inserted = insert(connection, last, group, seconds) - last;
            return inserted / ((System.nanoTime() - start) / 1e9);
        }
    }

    private long insert(Connection connection, long last, int group, double seconds) throws SQLException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long id = last;
        try (PreparedStatement device = connection.prepareStatement(TABLES[0]);
                PreparedStatement identifier = connection.prepareStatement(TABLES[1]);
                PreparedStatement report = connection.prepareStatement(TABLES[2]);
                PreparedStatement text = connection.prepareStatement(TABLES[3])) {
            while (System.nanoTime() < end) {
                for (int i = 0; i < group; i++) {
                    id++;
                    row(id, device, identifier, report, text);
                }
                connection.commit();
            }
        }
        return id;
    }

    private void row(
            long id,
            PreparedStatement device,
            PreparedStatement identifier,
            PreparedStatement report,
            PreparedStatement text)
            throws SQLException {
        String uuid = UUID.randomUUID().toString();
        String ek = uuid.replace("-", "") + uuid.replace("-", "");
        String serial = "HWHASH-" + id;
        insert(device, id, ek, uuid, serial, serial, id, id);
        insert(identifier, "ek", ek, id);
        insert(identifier, "smbios-uuid", uuid, id);
        insert(identifier, "serial", serial, id);
        insert(report, id, uuid, ek, id, serial);
        insert(text, id, hash);
    }

    private static void insert(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, values[i].toString());
            }
        }
        statement.executeUpdate();
    }
}
