// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.ReportStore;
import dev.hwhash.service.intake.Submission;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores groups of reports over a connection of its own. Used by one thread; to be closed. */
public final class GroupWriter implements ReportStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);

    /** Where reports are stored one by one, no other is begun later: their senders wait. */
    private static final long LONGEST_EACH_NANOS = Duration.ofSeconds(1).toNanos();

    private final String begin;
    private final Dialect dialect;
    private final Writability writability;
    private final LastingConnection<ReportTransaction> lasting;
    private boolean begun;

    /**
     * Opens the connection.
     *
     * @param database where reports go
     * @param clock says when a report was received
     * @throws StoreException if the database cannot be used
     */
    public GroupWriter(Database database, Clock clock) {
        Engine engine = database.engine();
        begin = engine.beginReports();
        dialect = engine.dialect();
        writability = database.writability();
        try {
            lasting = new LastingConnection<>(
                    database::connection, connection -> new ReportTransaction(connection, dialect, clock));
        } catch (SQLException e) {
            throw StoreException.of("the database cannot be written", e);
        }
    }

    @Override
    public List<Answer> store(List<Submission> group) {
        try {
            return commit(group);
        } catch (SQLException e) {
            Optional<StoreTrouble> trouble = StoreTrouble.of(e);
            trouble.ifPresent(this::note);
            rollBack();
            boolean ofAll = trouble.isPresent() && (trouble.get() != StoreTrouble.BUSY || !begun);
            return group.size() > 1 && !ofAll ? storeEach(group) : refused(group, trouble, e);
        } catch (RuntimeException e) {
            rollBack();
            if (group.size() == 1) {
                throw e;
            }
            return storeEach(group);
        }
    }

    private void note(StoreTrouble trouble) {
        switch (trouble) {
            case UNREACHABLE, READ_ONLY -> {
                lasting.broke();
                writability.lost();
            }
            case DISK -> writability.noRoom();
            case BUSY -> LOG.debug("others were in the way");
        }
    }

    private List<Answer> commit(List<Submission> group) throws SQLException {
        List<Answer> answers = new ArrayList<>(group.size());
        begun = false;
        ReportTransaction transaction = lasting.prepared();
        execute(begin);
        begun = true;
        transaction.begin(group);
        for (Submission submission : group) {
            answers.add(transaction.store(submission));
        }
        transaction.end();
        execute("COMMIT");
        return answers;
    }

    /** In words: the driver's own transactions begin anew at each commit, and would lock all others out. */
    private void execute(String sql) throws SQLException {
        try (Statement statement = lasting.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** One of them is broken: the others are stored all the same. */
    private List<Answer> storeEach(List<Submission> group) {
        List<Answer> answers = new ArrayList<>(group.size());
        long start = System.nanoTime();
        for (Submission submission : group) {
            boolean late = System.nanoTime() - start > LONGEST_EACH_NANOS;
            answers.add(late ? Refusals.of(StoreTrouble.BUSY) : storeAlone(submission));
        }
        return answers;
    }

    private Answer storeAlone(Submission submission) {
        try {
            return store(List.of(submission)).get(0);
        } catch (RuntimeException e) {
            return Refusals.defect();
        }
    }

    /** A group whose commit was cut off may be stored: who sends it again is told so. */
    private static List<Answer> refused(List<Submission> group, Optional<StoreTrouble> trouble, SQLException e) {
        LOG.atWarn()
                .addKeyValue("event", "group-not-stored")
                .addKeyValue("state", e.getSQLState())
                .addKeyValue("code", e.getErrorCode())
                .log("a group of reports was not stored");
        Answer answer = trouble.map(Refusals::of).orElseGet(Refusals::defect);
        return group.stream().map(submission -> answer).toList();
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolls back by itself after the worst errors, and says then that there is nothing to roll back.
            LOG.debug("nothing to roll back", e);
            if (dialect != Dialect.SQLITE) {
                lasting.broke();
            }
        }
    }

    /** Closes the connection. */
    @Override
    public void close() {
        lasting.close();
    }
}
