// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Short transactions, each alone from its first statement on. Thread-safe. */
final class WriteTransactions {

    private final Jdbi jdbi;
    private final String begin;

    /** What is done between begin and commit. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    WriteTransactions(Database database) {
        this.jdbi = database.jdbi();
        this.begin = database.engine().begin();
    }

    /**
     * Runs something and commits it; on disk when this returns. What throws has changed nothing.
     *
     * @param what fails, in words, if it does
     */
    <T> T run(String what, Work<T> work) {
        try {
            return jdbi.withHandle(handle -> committed(handle.getConnection(), work));
        } catch (SQLException e) {
            throw StoreException.of(what, e);
        }
    }

    /**
     * The same with the statements of Jdbi.
     *
     * @throws StoreException if the transaction does not begin or is not committed
     */
    <T> T run(HandleCallback<T, SQLException> work) {
        try {
            return jdbi.withHandle(handle -> committed(handle.getConnection(), same -> work.withHandle(handle)));
        } catch (SQLException e) {
            throw StoreException.of("the database takes no write", e);
        }
    }

    /** In words: the driver's own transactions begin anew at each commit, and would wait for the lock once more. */
    private <T> T committed(Connection connection, Work<T> work) throws SQLException {
        try {
            // Here too: a transaction that waited in vain for its lock has begun, and the connection goes back to
            // others.
            execute(connection, begin);
            T result = work.run(connection);
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolls back by itself after the worst errors, and says then that there is nothing to roll back.
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
