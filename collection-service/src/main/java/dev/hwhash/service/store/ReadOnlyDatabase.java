// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database for those who only look: they can change nothing, wait for no writer and let none wait. A transaction sees
 * one moment. Thread-safe; to be closed before the {@link Database}.
 *
 * @see <a href="https://www.sqlite.org/isolation.html">Isolation In SQLite</a>
 */
public final class ReadOnlyDatabase implements AutoCloseable {

    private static final int BUSY_MILLIS = 5_000;
    private static final int READERS = 4;

    private final SQLiteDataSource source;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private ReadOnlyDatabase(SQLiteDataSource source, HikariDataSource pool) {
        this.source = source;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the database.
     *
     * @param file the database, which exists and has this version's tables
     * @return to be closed
     */
    public static ReadOnlyDatabase open(Path file) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setReadOnly(true);
        config.setPoolName("reading");
        return new ReadOnlyDatabase(source, new HikariDataSource(config));
    }

    /** Returns what short looks go through, over a pool of four connections. */
    Jdbi jdbi() {
        return jdbi;
    }

    /** Returns a connection of its own, for a long look. */
    Connection connection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
