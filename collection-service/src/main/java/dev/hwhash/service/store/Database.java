// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database of one data folder: SQLite with a write-ahead log that is forced at each commit. Thread-safe; to be closed.
 *
 * @see <a href="https://www.sqlite.org/wal.html">Write-Ahead Logging</a>
 */
public final class Database implements AutoCloseable {

    private static final int BUSY_MILLIS = 5_000;
    private static final int READERS = 4;

    private static final long RETRY_NANOS = 1_000_000_000L;

    private final Path file;
    private final SQLiteDataSource source;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private long triedAt = System.nanoTime() - 2 * RETRY_NANOS;
    private boolean writable;

    private Database(Path file, SQLiteDataSource source, HikariDataSource pool) {
        this.file = file;
        this.source = source;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // The values of a statement are devices and hashes of tokens: neither belongs into a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /**
     * Opens the database, makes it if there is none, and brings its tables up to this version.
     *
     * @param file the database; in an existing folder
     * @return to be closed
     * @throws StoreException if the file cannot be opened or is no database of this service
     */
    public static Database open(Path file) {
        SQLiteDataSource source = new SQLiteDataSource(config());
        source.setUrl("jdbc:sqlite:" + file);
        try {
            Migration.run(source);
        } catch (RuntimeException e) {
            throw StoreException.of("the database " + file + " cannot be opened", e);
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(READERS);
        config.setPoolName("database");
        return new Database(file, source, new HikariDataSource(config));
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        // What is deleted, and what moves to another page, is overwritten where it stood (sqlite.org/pragma.html).
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        // A transaction that begins with a read and then writes could find that another one wrote meanwhile.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config;
    }

    /**
     * Returns what reads and small writes go through.
     *
     * @return the same at each call; over a pool of four connections
     */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Returns whether the disk takes a write now. Asked often, it tries at most once a second.
     *
     * @return false where it is full or broken
     */
    public synchronized boolean isWritable() {
        long now = System.nanoTime();
        if (now - triedAt > RETRY_NANOS) {
            triedAt = now;
            writable = write();
        }
        return writable;
    }

    /** As much as a group of reports: the last free page of a disk must not look like room. */
    private boolean write() {
        try {
            jdbi.useHandle(
                    handle -> handle.execute("INSERT OR REPLACE INTO probe (id, value) VALUES (1, zeroblob(65536))"));
            return true;
        } catch (JdbiException e) {
            return false;
        }
    }

    /** Returns where it is. */
    Path file() {
        return file;
    }

    /** Returns a connection of its own, for the writer. */
    Connection connection() throws SQLException {
        return source.getConnection();
    }

    /** Moves the log into the database and closes it. */
    @Override
    public void close() {
        jdbi.useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        pool.close();
    }
}
