// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.FilledFolder;
import dev.hwhash.service.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A folder that a service on its own database has left, and databases to move it to. */
final class Moving {

    static final UUID REPORT = UUID.randomUUID();
    static final byte[] BODY = Bodies.report("SN-1");

    private final Path data;

    private Moving(Path data) {
        this.data = data;
    }

    /** Has a service make a folder and take a report; then adds devices. */
    static Moving filled(Path data, int devices) throws Exception {
        try (ServiceProcess service = ServiceProcess.startAsItIs(data)) {
            if (service.put(REPORT, BODY).status() != 201 || service.stop() != 0) {
                throw new IllegalStateException("the folder cannot be made");
            }
        }
        FilledFolder.fill(data.resolve("hwhash.db"), devices);
        return new Moving(data);
    }

    Path data() {
        return data;
    }

    /** A new database without tables; returns its name. */
    static String database() {
        return TestDatabase.create();
    }

    static String url(String database) {
        return TestDatabase.server().url(database);
    }

    List<String> command(String database) {
        return command(data, database);
    }

    private static List<String> command(Path from, String database) {
        return List.of("migrate", "--from", from.toString(), "--to", url(database));
    }

    ServiceProcess.Ended migrate(String database) {
        return migrate(data, database);
    }

    static ServiceProcess.Ended migrate(Path from, String database) {
        return ServiceProcess.runAsItIs(command(from, database));
    }

    /** All devices in JSON; from the folder, or from a database. */
    byte[] exported(Path file, String... database) throws IOException {
        List<String> command = new ArrayList<>(List.of("export", "--data", data.toString(), "--format", "json"));
        command.addAll(List.of("-o", file.toString(), "--overwrite"));
        command.addAll(List.of(database));
        ServiceProcess.Ended ended = ServiceProcess.runAsItIs(command);
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.err());
        }
        return Files.readAllBytes(file);
    }

    /** Asks the folder's database for a number. */
    long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hwhash.db"))) {
            return number(connection, sql);
        }
    }

    /** Asks a database for a number. */
    static long count(String database, String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(database)) {
            return number(connection, sql);
        }
    }

    /** Runs a statement past the service. */
    static void change(String database, String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
