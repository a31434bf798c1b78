// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Tells when somebody waits for a lock of PostgreSQL. */
final class LockWaits {

    private static final String WAITING =
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT l.granted"
                    + " AND d.datname = current_database()";

    private LockWaits() {}

    /** Returns as soon as somebody waits in the database of a connection. */
    static void await(Connection connection) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!oneWaits(connection)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody waits for a lock");
            }
            Thread.sleep(5);
        }
    }

    private static boolean oneWaits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WAITING)) {
            return row.next() && row.getInt(1) > 0;
        }
    }
}
