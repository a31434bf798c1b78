// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.background.Turn;
import dev.hwhash.service.token.BucketStore;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The database of the service, for those who write. Thread-safe; to be closed. */
public final class Database implements AutoCloseable {

    private final DatabaseLocation where;
    private final Engine engine;
    private final StoreConnections pool;
    private final Jdbi jdbi;
    private final Writability writability;

    private Database(DatabaseLocation where, Engine engine) {
        this.where = where;
        this.engine = engine;
        this.pool = new StoreConnections("database", engine.writing(), engine.poolSize(), false);
        this.jdbi = Jdbi.create(pool).registerArgument(new StoredText());
        // The values of a statement are devices and hashes of tokens: neither belongs into a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        this.writability = new Writability(jdbi, engine);
    }

    /**
     * Opens the database, and brings its tables up to this version. SQLite's file is made if there is none.
     *
     * @param where the database
     * @return to be closed
     * @throws StoreException if it cannot be opened or is no database of this service, or a folder is being moved into it
     */
    public static Database open(DatabaseLocation where) {
        Engine engine = Engine.of(where);
        try {
            Migration.run(engine.migrating(), engine.dialect());
            MigrationMark.requireNone(engine);
            return new Database(where, engine);
        } catch (RuntimeException e) {
            throw StoreException.of("the database " + where + " cannot be opened", e);
        }
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
     * Returns whether the database takes a write now. Asked often, it tries at most once a second, and has one wait for
     * the answer at a time.
     *
     * @return false where the disk is full or broken, or the server cannot be reached or does not answer
     */
    public boolean isWritable() {
        return writability.isGiven();
    }

    /** Returns what knows whether the database takes writes. */
    Writability writability() {
        return writability;
    }

    /**
     * Returns who says which of the replicas on this database does what one alone does.
     *
     * @return to be closed before the database; where it takes the turn at all, it is at the first question
     */
    public Turn turn() {
        return engine.turn();
    }

    /**
     * Returns what all replicas on this database count together.
     *
     * @return empty buckets
     */
    public BucketStore buckets() {
        return engine.buckets(jdbi);
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
