// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.ManyDevices;
import dev.hwhash.service.store.PostgreSqlServer;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlOverview;
import dev.hwhash.service.token.TokenKind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** How long a page of the list, and one of the search for programs, take at many devices. */
final class PostgreSqlList {

    private static final int ROUNDS = 20;

    private final PostgreSqlServer server;
    private final Path folder;
    private final BenchOptions options;

    PostgreSqlList(PostgreSqlServer server, Path folder, BenchOptions options) {
        this.server = server;
        this.folder = folder;
        this.options = options;
    }

    void run() throws IOException, InterruptedException, SQLException {
        String database = Databases.create(server, "list");
        Path data = folder.resolve("list");
        Replica.start(data, server, database).close();
        long start = System.nanoTime();
        ManyDevices.fill(server, database, options.devices());
        System.out.printf(
                "%d devices, filled in %.0f s, %s on the disk; without hashes and identifiers%n",
                options.devices(), (System.nanoTime() - start) / 1e9, size(database));
        try (Replica service = Replica.start(data, server, database)) {
            ListBench.run(service.url().toString(), server.location(database), ROUNDS);
            System.out.println("for programs, GET /v1/devices:");
            String token = Tokens.make(server.location(database), TokenKind.EXPORT);
            PageBench.run(service.url(), token, options.devices(), ROUNDS);
            overview(database);
        }
    }

    private void overview(String database) {
        try (ReadOnlyDatabase reading = ReadOnlyDatabase.open(server.location(database));
                SqlOverview overview = new SqlOverview(reading)) {
            long start = System.nanoTime();
            overview.count(Instant.now());
            System.out.printf(
                    "the counts above the list take %.1f s, beside the requests and at most a tenth of the time%n",
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private String size(String database) throws SQLException {
        try (Connection connection = Databases.connect(server, database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_size_pretty(pg_database_size(current_database()))")) {
            row.next();
            return row.getString(1);
        }
    }
}
