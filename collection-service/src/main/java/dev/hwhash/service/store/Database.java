// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The database of the service, for those who write. Thread-safe; to be closed. */
public final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final DatabaseLocation where;
    private final Engine engine;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private long triedAt = System.nanoTime() - 2 * RETRY_NANOS;
    private boolean writable;

    private Database(DatabaseLocation where, Engine engine) {
        this.where = where;
        this.engine = engine;
        this.pool = new HikariDataSource(settings("database", engine.writing(), engine));
        this.jdbi = Jdbi.create(pool);
        // The values of a statement are devices and hashes of tokens: neither belongs into a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /**
     * Opens the database, and brings its tables up to this version. SQLite's file is made if there is none.
     *
     * @param where the database
     * @return to be closed
     * @throws StoreException if it cannot be opened or is no database of this service
     */
    public static Database open(DatabaseLocation where) {
        Engine engine = Engine.of(where);
        try {
            Migration.run(engine.migrating(), engine.dialect());
            return new Database(where, engine);
        } catch (RuntimeException e) {
            throw StoreException.of("the database " + where + " cannot be opened", e);
        }
    }

    static HikariConfig settings(String name, DataSource source, Engine engine) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(engine.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setPoolName(name);
        return config;
    }

    /**
     * Returns what reads and small writes go through.
     *
     * @return the same at each call; over a pool of connections
     */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Returns whether the database takes a write now. Asked often, it tries at most once a second.
     *
     * @return false where the disk is full or broken, or the server cannot be reached
     */
    public synchronized boolean isWritable() {
        long now = System.nanoTime();
        if (now - triedAt > RETRY_NANOS) {
            triedAt = now;
            writable = write();
        }
        return writable;
    }

    private boolean write() {
        try {
            jdbi.useHandle(handle -> handle.execute(engine.probe()));
            return true;
        } catch (JdbiException e) {
            return false;
        }
    }

    /** Returns where it is. */
    DatabaseLocation where() {
        return where;
    }

    Engine engine() {
        return engine;
    }

    /** Returns a connection of its own. */
    Connection connection() throws SQLException {
        return engine.writing().getConnection();
    }

    @Override
    public void close() {
        engine.closing(jdbi);
        pool.close();
    }
}
