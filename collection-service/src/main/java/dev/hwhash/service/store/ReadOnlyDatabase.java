// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/**
 * The database for those who only look: they can change nothing, wait for no writer and let none wait. A transaction sees
 * one moment. Thread-safe; to be closed before the {@link Database}.
 */
public final class ReadOnlyDatabase implements AutoCloseable {

    private final Engine engine;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private ReadOnlyDatabase(Engine engine) {
        this.engine = engine;
        HikariConfig settings = Database.settings("reading", engine.reading(), engine);
        settings.setReadOnly(true);
        this.pool = new HikariDataSource(settings);
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the database.
     *
     * @param where the database, which exists and has this version's tables
     * @return to be closed
     * @throws StoreException if it cannot be opened
     */
    public static ReadOnlyDatabase open(DatabaseLocation where) {
        try {
            return new ReadOnlyDatabase(Engine.of(where));
        } catch (RuntimeException e) {
            throw StoreException.of("the database " + where + " cannot be opened", e);
        }
    }

    /** Returns what short looks go through, over a pool of connections. */
    Jdbi jdbi() {
        return jdbi;
    }

    Dialect dialect() {
        return engine.dialect();
    }

    /** Returns a connection of its own, for a long look. */
    Connection connection() throws SQLException {
        return engine.reading().getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
