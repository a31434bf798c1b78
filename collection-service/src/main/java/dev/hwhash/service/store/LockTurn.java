// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.background.Turn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turn by a lock of PostgreSQL that lasts as long as its connection: who dies leaves it to the next who asks. The
 * server gives a machine up that is gone without a word after half a minute.
 */
final class LockTurn implements Turn {

    private static final Logger LOG = LoggerFactory.getLogger(LockTurn.class);

    /** A server that does not answer for so long has forgotten the lock, or soon will. */
    private static final int PATIENCE_MILLIS = 5_000;

    /** What the server asks of this connection when nothing is said on it. */
    private static final String WATCHED =
            "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private static final String TRY = "SELECT pg_try_advisory_lock(" + AdvisoryLock.SCHEDULES.key() + ")";

    /** A connection that answers has its lock still. */
    private static final String STILL = "SELECT TRUE";

    private final DataSource source;
    private Optional<Connection> connection = Optional.empty();
    private boolean mine;

    LockTurn(DataSource source) {
        this.source = source;
    }

    @Override
    public synchronized boolean isMine() {
        boolean before = mine;
        try {
            mine = ask(connected());
        } catch (SQLException e) {
            LOG.debug("the connection of the turn broke", e);
            disconnect();
        }
        if (mine != before) {
            LOG.atInfo()
                    .addKeyValue("event", mine ? "turn-taken" : "turn-lost")
                    .log(
                            mine
                                    ? "this replica does from now on what one alone does"
                                    : "the database cannot be reached; another replica may do what one alone does");
        }
        return mine;
    }

    /** A second try would be counted by the server, and change nothing. */
    private boolean ask(Connection asked) throws SQLException {
        try (Statement statement = asked.createStatement();
                ResultSet row = statement.executeQuery(mine ? STILL : TRY)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private Connection connected() throws SQLException {
        if (connection.isEmpty()) {
            Connection opened = source.getConnection();
            connection = Optional.of(opened);
            opened.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            try (Statement statement = opened.createStatement()) {
                statement.execute(WATCHED);
            }
        }
        return connection.get();
    }

    private void disconnect() {
        mine = false;
        Optional<Connection> broken = connection;
        connection = Optional.empty();
        try {
            if (broken.isPresent()) {
                broken.get().close();
            }
        } catch (SQLException e) {
            LOG.debug("a broken connection", e);
        }
    }

    @Override
    public synchronized void close() {
        disconnect();
    }
}
