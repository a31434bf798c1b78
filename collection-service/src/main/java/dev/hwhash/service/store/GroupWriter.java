// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.RefusalKind;
import dev.hwhash.service.intake.ReportStore;
import dev.hwhash.service.intake.Submission;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Stores groups of reports over a connection of its own. Used by one thread; to be closed. */
public final class GroupWriter implements ReportStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

    /** The disk is full, broken or gone. */
    private static final Set<Integer> STORAGE = Set.of(
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_READONLY.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code);

    private final Connection connection;
    private final ReportTransaction transaction;

    /**
     * Opens the connection.
     *
     * @param database where reports go
     * @param clock says when a report was received
     * @throws StoreException if the database cannot be used
     */
    public GroupWriter(Database database, Clock clock) {
        try {
            connection = database.connection();
            transaction = new ReportTransaction(connection, clock);
        } catch (SQLException e) {
            throw StoreException.of("the database cannot be written", e);
        }
    }

    @Override
    public List<Answer> store(List<Submission> group) {
        try {
            return commit(group);
        } catch (SQLException e) {
            rollBack();
            return group.size() > 1 && !isStorage(e) ? storeEach(group) : refused(group, e);
        } catch (RuntimeException e) {
            rollBack();
            if (group.size() == 1) {
                throw e;
            }
            return storeEach(group);
        }
    }

    private List<Answer> commit(List<Submission> group) throws SQLException {
        List<Answer> answers = new ArrayList<>(group.size());
        execute("BEGIN IMMEDIATE");
        transaction.begin();
        for (Submission submission : group) {
            answers.add(transaction.store(submission));
        }
        transaction.end();
        execute("COMMIT");
        return answers;
    }

    /** In words: the driver's own transactions begin anew at each commit, and would lock all others out. */
    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One of them is broken: the others are stored all the same. */
    private List<Answer> storeEach(List<Submission> group) {
        List<Answer> answers = new ArrayList<>(group.size());
        for (Submission submission : group) {
            answers.add(storeAlone(submission));
        }
        return answers;
    }

    private Answer storeAlone(Submission submission) {
        try {
            return store(List.of(submission)).get(0);
        } catch (RuntimeException e) {
            return defect();
        }
    }

    private static List<Answer> refused(List<Submission> group, SQLException e) {
        Answer answer = isStorage(e)
                ? Answer.Refused.of(
                        RefusalKind.STORAGE_FULL,
                        "the service's disk takes no more (" + code(e) + "); send the report again later")
                : isBusy(e)
                        ? Answer.Refused.of(
                                RefusalKind.BUSY, "another program holds the database; send the report again later")
                        : defect();
        return group.stream().map(submission -> answer).toList();
    }

    private static Answer defect() {
        return Answer.Refused.of(RefusalKind.DEFECT, "the report could not be stored; see the service's log");
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolls back by itself after the worst errors, and says then that there is nothing to roll back.
            LOG.debug("nothing to roll back", e);
        }
    }

    private static boolean isStorage(SQLException e) {
        return STORAGE.contains(primary(e));
    }

    private static boolean isBusy(SQLException e) {
        return primary(e) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    /** An extended code has the primary one in its last byte (sqlite.org/rescode.html). */
    private static int primary(SQLException e) {
        return code(e).code & 0xFF;
    }

    private static SQLiteErrorCode code(SQLException e) {
        return e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    /** Closes the connection. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of("the database cannot be closed", e);
        }
    }
}
