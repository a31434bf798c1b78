// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.background.Turn;
import dev.hwhash.service.token.BucketStore;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite with a write-ahead log that is forced at each commit. Those who look wait for no writer and let none wait.
 *
 * @see <a href="https://www.sqlite.org/wal.html">Write-Ahead Logging</a>
 * @see <a href="https://www.sqlite.org/isolation.html">Isolation In SQLite</a>
 */
final class SqliteEngine implements Engine {

    private static final int BUSY_MILLIS = 5_000;
    private static final int POOL = 4;

    private final Path file;

    SqliteEngine(Path file) {
        this.file = file;
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public DataSource migrating() {
        return writing();
    }

    @Override
    public DataSource writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // What is deleted, and what moves to another page, is overwritten where it stood (sqlite.org/pragma.html).
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        // A transaction that begins with a read and then writes could find that another one wrote meanwhile.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return source(config);
    }

    @Override
    public DataSource reading() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        return source(config);
    }

    @Override
    public DataSource looking() {
        return reading();
    }

    private DataSource source(SQLiteConfig config) {
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public int poolSize() {
        return POOL;
    }

    @Override
    public String begin() {
        return "BEGIN IMMEDIATE";
    }

    @Override
    public String beginReports() {
        return begin();
    }

    /** As much as a group of reports: the last free page of a disk must not look like room. */
    @Override
    public String probe() {
        return "INSERT OR REPLACE INTO probe (id, value) VALUES (1, zeroblob(65536))";
    }

    @Override
    public String probeRoom() {
        return probe();
    }

    /** One service holds the folder, and there is no other. */
    @Override
    public Turn turn() {
        return Turn.ALWAYS;
    }

    @Override
    public BucketStore buckets(Jdbi jdbi) {
        return BucketStore.NONE;
    }

    @Override
    public Optional<String> firstStart() {
        return Optional.empty();
    }

    @Override
    public String now() {
        return "";
    }

    /** Moves the log into the database. */
    @Override
    public void closing(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
}
