// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/**
 * The database for those who only look: they can change nothing, wait for no writer and let none wait. A transaction sees
 * one moment. Thread-safe; to be closed before the {@link Database}.
 */
public final class ReadOnlyDatabase implements AutoCloseable {

    private final Engine engine;
    private final StoreConnections pool;
    private final Jdbi jdbi;
    private final Jdbi patient;

    private ReadOnlyDatabase(Engine engine) {
        this.engine = engine;
        this.pool = new StoreConnections("reading", engine.reading(), engine.poolSize(), true);
        this.jdbi = Jdbi.create(pool).registerArgument(new StoredText());
        this.patient = Jdbi.create(engine.looking()).registerArgument(new StoredText());
    }

    /**
     * Opens the database.
     *
     * @param where the database, which exists and has this version's tables
     * @return to be closed
     * @throws StoreException if it cannot be opened, or a folder is being moved into it
     */
    public static ReadOnlyDatabase open(DatabaseLocation where) {
        Engine engine = Engine.of(where);
        try {
            MigrationMark.requireNone(engine);
            return new ReadOnlyDatabase(engine);
        } catch (RuntimeException e) {
            throw StoreException.of("the database " + where + " cannot be opened", e);
        }
    }

    /** Returns what short looks go through, over a pool of connections. */
    Jdbi jdbi() {
        return jdbi;
    }

    /** Returns what long looks in the background go through, over a connection of its own each. */
    Jdbi patient() {
        return patient;
    }

    Dialect dialect() {
        return engine.dialect();
    }

    /** Returns a connection of its own, for a long look. */
    Connection connection() throws SQLException {
        return engine.looking().getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
