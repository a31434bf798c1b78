// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.SQLException;
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

    private final Opening opening;
    private final Preparing<T> preparing;
    private Connection connection;
    private T prepared;

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
            connection = opening.open();
            prepared = preparing.prepare(connection);
        }
        return prepared;
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
