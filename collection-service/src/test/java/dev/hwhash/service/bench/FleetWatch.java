// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.PostgreSqlServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Looks once a second at the services' queues and at the server's connections. */
final class FleetWatch implements AutoCloseable {

    private static final String CONNECTIONS = "SELECT count(*), count(*) FILTER (WHERE state <> 'idle')"
            + " FROM pg_stat_activity WHERE application_name = 'hwhash-collection-service'";

    private final List<Metrics> services;
    private final Connection connection;
    private final Thread thread = new Thread(this::run, "watch");
    private volatile boolean stopped;
    private double mostWaiting;
    private int mostConnections;
    private int mostBusy;

    FleetWatch(PostgreSqlServer server, List<Replica> replicas) throws SQLException {
        services = replicas.stream().map(Replica::metrics).toList();
        connection = Databases.connect(server, "postgres");
        thread.start();
    }

    private void run() {
        try (PreparedStatement query = connection.prepareStatement(CONNECTIONS)) {
            while (!stopped) {
                for (Metrics service : services) {
                    mostWaiting = Math.max(mostWaiting, service.value("hwhash_queue_waiting"));
                }
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    mostConnections = Math.max(mostConnections, row.getInt(1));
                    mostBusy = Math.max(mostBusy, row.getInt(2));
                }
                Thread.sleep(1_000);
            }
        } catch (SQLException | IOException e) {
            System.out.println("the watch ended early: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it, and prints the most that was seen. */
    @Override
    public void close() throws SQLException {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
        System.out.printf(
                "most reports in the queue of a service %.0f; most connections to PostgreSQL %d, %d of them at work%n",
                mostWaiting, mostConnections, mostBusy);
    }
}
