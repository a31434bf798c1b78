// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts many devices into the database of a service before it starts: by reports it would take minutes. */
public final class DeviceFiller {

    private static final int HASHES = 20;

    private DeviceFiller() {}

    /** Makes the tables and adds devices, all in one transaction; the n-th has the serial number {@code FILL-n}. */
    public static void fill(Path data, int devices) throws SQLException {
        Database.open(TestDatabase.at(data.resolve("hwhash.db"))).close();
        String[] hashes = new String[HASHES];
        for (int i = 0; i < HASHES; i++) {
            hashes[i] = SyntheticHash.of("FILL-" + i).paddedTo(3000).text();
        }
        try (Connection connection = connection(data)) {
            connection.setAutoCommit(false);
            try (PreparedStatement device = connection.prepareStatement(
                            "INSERT INTO device (id, serial_number, manufacturer, model, group_tag, flags,"
                                    + " first_received_at, last_received_at, newest_report, hash_report)"
                                    + " VALUES (?, ?, 'Contoso', 'Book 3', 'tag-0', '', 0, 0, ?, ?)");
                    PreparedStatement report = connection.prepareStatement(
                            "INSERT INTO report (id, report_id, token, content_sha256, received_at, collected_at, source,"
                                    + " agent_version, device, serial_number, flags)"
                                    + " VALUES (?, ?, 1, '', 0, 0, 'wmi', '1', ?, ?, '')");
                    PreparedStatement hash = connection.prepareStatement("INSERT INTO hardware_hash VALUES (?, ?)")) {
                for (int i = 1; i <= devices; i++) {
                    add(device, i, "FILL-" + i, i, i);
                    add(report, i, "fill-" + i, i, "FILL-" + i);
                    add(hash, i, hashes[i % HASHES]);
                }
            }
            TestDatabase.numbersFollow(connection, devices);
            connection.commit();
        }
    }

    /** Gives every device another tag, in one transaction. */
    public static void tagAll(Path data, String tag) throws SQLException {
        try (Connection connection = connection(data);
                PreparedStatement update = connection.prepareStatement("UPDATE device SET group_tag = ?")) {
            update.setString(1, tag);
            update.executeUpdate();
        }
    }

    private static Connection connection(Path data) throws SQLException {
        Connection connection = TestDatabase.connect(data.resolve("hwhash.db"));
        try (Statement statement = connection.createStatement()) {
            // Nor does either look for the token, which the service makes.
            statement.execute(TestDatabase.say("PRAGMA synchronous = OFF", "SET session_replication_role = replica"));
        }
        return connection;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
