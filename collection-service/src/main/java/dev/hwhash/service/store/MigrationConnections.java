// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What moves the data of a folder works on. */
public final class MigrationConnections {

    private MigrationConnections() {}

    /**
     * Says whether a folder's tables are those of this version; changes nothing.
     *
     * @param from the folder's database
     * @return how they stand
     * @throws StoreException if it cannot be read
     */
    public static TableVersion version(DatabaseLocation.Embedded from) {
        Engine engine = Engine.of(from);
        try {
            return Migration.version(engine.reading(), engine.dialect());
        } catch (RuntimeException e) {
            throw StoreException.of("the database " + from + " cannot be read", e);
        }
    }

    /**
     * Opens a folder's database, in which nothing can be changed by this.
     *
     * @param from the folder's database
     * @return to be closed
     * @throws StoreException if it cannot be read
     */
    public static Connection source(DatabaseLocation.Embedded from) {
        try {
            return Engine.of(from).reading().getConnection();
        } catch (SQLException e) {
            throw StoreException.of("the database " + from + " cannot be read", e);
        }
    }

    /**
     * Makes the tables and opens PostgreSQL. Until it is closed, nobody else writes.
     *
     * @param to where to
     * @return to be closed
     * @throws StoreException if it cannot be opened, or others write
     */
    public static Connection target(DatabaseLocation.PostgreSql to) {
        Engine engine = Engine.of(to);
        try {
            Migration.run(engine.migrating(), engine.dialect());
            return alone(engine.writing().getConnection());
        } catch (SQLException | RuntimeException e) {
            throw StoreException.of("the database " + to + " cannot be opened, or others write to it", e);
        }
    }

    /** Holds the lock of all writers for as long as the connection is open. */
    private static Connection alone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.WRITERS.key() + ")");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Has PostgreSQL count what its plans go by.
     *
     * @param to where to
     * @throws StoreException if it does not
     */
    public static void analyze(DatabaseLocation.PostgreSql to) {
        try (Connection connection = Engine.of(to).migrating().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw StoreException.of("the database " + to + " cannot be analyzed", e);
        }
    }
}
