// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is prepared on a connection of its own, for as long as the service runs: a server that starts anew breaks the
 * connection, and the next who asks gets another. Used by one thread; to be closed.
 *
 * @param <T> what is prepared
 */
final class LastingConnection<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LastingConnection.class);

    /** So long nobody waits again for a server that was not reached. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Opening opening;
    private final Preparing<T> preparing;
    private Connection connection;
    private T prepared;
    private boolean away;
    private long awaySince;

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    /** Prepares it. */
    @FunctionalInterface
    interface Preparing<T> {
        T prepare(Connection connection) throws SQLException;
    }

    /** Opens the first. */
    LastingConnection(Opening opening, Preparing<T> preparing) throws SQLException {
        this.opening = opening;
        this.preparing = preparing;
        this.connection = opening.open();
        this.prepared = preparing.prepare(connection);
    }

    /** Returns the connection, which may be broken. */
    Connection connection() {
        return connection;
    }

    /** Returns what is prepared on a connection that did not break so far. */
    T prepared() throws SQLException {
        if (connection.isClosed()) {
            if (away && System.nanoTime() - awaySince < PAUSE_NANOS) {
                throw unreachable(new SQLException("not tried so soon after the last time"));
            }
            away = true;
            try {
                open();
            } finally {
                awaySince = System.nanoTime();
            }
            away = false;
        }
        return prepared;
    }

    private void open() throws SQLException {
        try {
            connection = opening.open();
        } catch (SQLException e) {
            // Whatever the reason is, such as a password that was changed: what was to be stored is not at fault.
            throw StoreTrouble.of(e).isPresent() ? e : unreachable(e);
        }
        try {
            prepared = preparing.prepare(connection);
        } catch (SQLException e) {
            broke();
            throw e;
        }
    }

    private static SQLException unreachable(SQLException cause) {
        return new SQLTransientConnectionException(
                "no connection: " + cause.getMessage(), StoreConnections.UNREACHABLE, cause);
    }

    /** Has the next who asks get another one. */
    void broke() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a broken connection", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of("the database cannot be closed", e);
        }
    }
}
