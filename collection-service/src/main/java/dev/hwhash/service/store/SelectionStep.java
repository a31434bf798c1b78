// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Sight;
import dev.hwhash.service.selection.MemberOutcome;
import dev.hwhash.service.store.SelectionRows.Ordered;
import dev.hwhash.service.store.StandingRows.StoredReport;
import dev.hwhash.service.store.StandingRows.StoredStanding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Some devices of a selection, decided in one transaction that is over soon. */
final class SelectionStep {

    private static final int MOST = 500;
    private static final long LONGEST_NANOS = Duration.ofMillis(40).toNanos();

    private static final String NEXT = "SELECT device, report, seen, decision FROM selection_member"
            + " WHERE selection = ? AND device > ? AND outcome IS NULL ORDER BY device LIMIT " + MOST;

    private static final String DONE =
            "UPDATE selection_member SET outcome = ?, why = ? WHERE selection = ? AND device = ?";

    private final Connection connection;
    private final DecisionTransaction transaction;
    private final PreparedStatement done;

    private record Next(long device, long report, Sight sight) {}

    SelectionStep(Connection connection, Instant now) throws SQLException {
        this.connection = connection;
        this.transaction = new DecisionTransaction(connection, now);
        this.done = connection.prepareStatement(DONE);
    }

    /** Returns the last device that was decided; empty where none was left. */
    Optional<Long> run(long selection, long after) throws SQLException {
        Optional<Ordered> ordered = SelectionRows.ordered(connection, selection);
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + LONGEST_NANOS;
        Optional<Long> last = Optional.empty();
        for (Next next : next(selection, after)) {
            if (last.isPresent() && System.nanoTime() - deadline > 0) {
                break;
            }
            Outcome outcome = decide(next, ordered.get());
            Optional<String> why =
                    outcome instanceof Outcome.NotRegistrable lack ? Optional.of(lack.why()) : Optional.empty();
            Statements.bind(done, MemberOutcome.of(outcome), why, selection, next.device())
                    .executeUpdate();
            last = Optional.of(next.device());
        }
        return last;
    }

    private Outcome decide(Next next, Ordered ordered) throws SQLException {
        Optional<StoredStanding> device = transaction.standings().device(next.device());
        Optional<StoredReport> report = transaction.standings().report(next.device(), next.report());
        if (device.isEmpty() || report.isEmpty()) {
            return new Outcome.Unknown();
        }
        Assignment suggested =
                new Assignment(device.get().groupTag(), device.get().assignedUser());
        Order order = new Order(
                next.device(),
                ordered.order().verdict(),
                report.get().id(),
                report.get().content(),
                ordered.order().assignment(suggested),
                next.sight());
        return transaction.decide(order, device.get(), report.get(), ordered.actor());
    }

    private List<Next> next(long selection, long after) throws SQLException {
        List<Next> next = new ArrayList<>();
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(NEXT), selection, after);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                next.add(new Next(rows.getLong(1), rows.getLong(2), new Sight(rows.getLong(3), rows.getLong(4))));
            }
        }
        return next;
    }
}
