// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.Field;
import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.approval.Approvals;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Decision;
import dev.hwhash.service.approval.DecisionRules;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Sight;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.StandingRows.StoredReport;
import dev.hwhash.service.store.StandingRows.StoredStanding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Decisions in the database. Thread-safe. */
public final class SqlApprovals implements Approvals {

    private final WriteTransactions writing;
    private final Jdbi reading;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database where decisions go
     * @param reading the same, for those who only look
     * @param clock says when somebody decided
     */
    public SqlApprovals(Database database, ReadOnlyDatabase reading, Clock clock) {
        this.writing = new WriteTransactions(database);
        this.reading = reading.jdbi();
        this.clock = clock;
    }

    @Override
    public Outcome decide(Order order, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return writing.run(
                "the decision cannot be stored",
                connection -> new DecisionTransaction(connection, now).decide(order, actor));
    }

    @Override
    public Optional<ApprovalView> view(long device, Optional<String> reportId) {
        try {
            return reading.inTransaction(handle -> view(handle.getConnection(), device, reportId));
        } catch (SQLException e) {
            throw StoreException.of("the device cannot be read", e);
        }
    }

    private static Optional<ApprovalView> view(Connection connection, long device, Optional<String> reportId)
            throws SQLException {
        StandingRows standings = new StandingRows(connection);
        Optional<StoredStanding> standing = standings.device(device);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredReport> report = reportId.isPresent()
                ? standings.report(device, reportId.get())
                : standings.report(device, standing.get().proposed());
        Optional<Decision> decision = new DecisionRows(connection).last(device);
        return report.map(found -> view(device, standing.get(), found, decision));
    }

    private static ApprovalView view(
            long device, StoredStanding standing, StoredReport report, Optional<Decision> decision) {
        Assignment suggested = suggested(standing, report);
        return new ApprovalView(
                device,
                standing.state(),
                report.id(),
                report.content(),
                report.receivedAt(),
                report.capturedAt(),
                report.row() == standing.newest(),
                suggested,
                new Sight(standing.last().row(), decision.map(Decision::id).orElse(0L)),
                decision,
                DecisionRules.lack(report.facts(), suggested));
    }

    /** Where somebody goes back to an older report, its own tag and user come first. */
    private static Assignment suggested(StoredStanding standing, StoredReport report) {
        boolean proposed = report.row() == standing.proposed() || report.row() == standing.newest();
        Optional<String> tag = report.facts().value(Field.GROUP_TAG);
        Optional<String> user = report.facts().value(Field.ASSIGNED_USER);
        return proposed
                ? new Assignment(standing.groupTag(), standing.assignedUser())
                : new Assignment(tag.or(standing::groupTag), user.or(standing::assignedUser));
    }
}
