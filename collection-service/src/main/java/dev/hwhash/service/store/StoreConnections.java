// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * A pool of connections. While the server is away, one request at a time waits for it and all others are refused at once:
 * else those that wait would take all threads, and nobody would be told anything. Thread-safe; to be closed.
 */
final class StoreConnections implements ConnectionFactory, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The server could not be reached; class 08 of the SQL standard. */
    static final String UNREACHABLE = "08001";

    private final HikariDataSource pool;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean away;

    StoreConnections(String name, DataSource source, int most, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setPoolName(name);
        config.setReadOnly(readOnly);
        config.setExceptionOverride(new Renewal());
        pool = new HikariDataSource(config);
    }

    @Override
    public Connection openConnection() throws SQLException {
        if (!away) {
            return connection();
        }
        if (!waiting.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("the database could not be reached just now", UNREACHABLE);
        }
        try {
            return connection();
        } finally {
            waiting.set(false);
        }
    }

    private Connection connection() throws SQLException {
        try {
            Connection connection = pool.getConnection();
            away = false;
            return connection;
        } catch (SQLTransientConnectionException e) {
            // Where there are connections, others use them.
            away = pool.getHikariPoolMXBean().getTotalConnections() == 0;
            if (away && StoreTrouble.of(e).equals(Optional.of(StoreTrouble.BUSY))) {
                throw new SQLTransientConnectionException(e.getMessage(), UNREACHABLE, e);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
