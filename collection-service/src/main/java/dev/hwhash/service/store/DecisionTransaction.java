// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.service.approval.Decision;
import dev.hwhash.service.approval.DecisionRules;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Standing;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.store.StandingRows.StoredReport;
import dev.hwhash.service.store.StandingRows.StoredStanding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What is done for the orders of one transaction: look, judge, write the decision and the entry of the audit log. */
final class DecisionTransaction {

    private final Connection connection;
    private final AuditTrail audit;
    private final Instant now;
    private final StandingRows standings;
    private final DecisionRows decisions;

    DecisionTransaction(Connection connection, AuditTrail audit, Instant now) throws SQLException {
        this.connection = connection;
        this.audit = audit;
        this.now = now;
        standings = new StandingRows(connection);
        decisions = new DecisionRows(connection);
    }

    StandingRows standings() {
        return standings;
    }

    /** Carries an order out, or tells why not. */
    Outcome decide(Order order, Actor actor) throws SQLException {
        Optional<StoredStanding> device = standings.device(order.device());
        if (device.isEmpty()) {
            return new Outcome.Unknown();
        }
        Optional<StoredReport> report = standings
                .report(order.device(), order.reportId())
                .filter(found -> found.content().equals(order.content()));
        Standing standing =
                new Standing(device.get().state(), device.get().last(), decisions.last(order.device()), facts(report));
        Optional<Outcome> obstacle = DecisionRules.obstacle(order, standing);
        return obstacle.isPresent() || report.isEmpty()
                ? obstacle.orElseGet(Outcome.Unknown::new)
                : new Outcome.Taken(take(order, report.get(), actor), true);
    }

    private static Optional<DeviceRecord> facts(Optional<StoredReport> report) {
        return report.map(StoredReport::facts);
    }

    private Decision take(Order order, StoredReport report, Actor actor) throws SQLException {
        Decision decision = decisions.take(order, report.row(), actor.name(), now);
        AuditAction action =
                order.verdict() == Verdict.APPROVED ? AuditAction.DEVICE_APPROVED : AuditAction.DEVICE_REJECTED;
        audit.write(connection, now, actor, action, "device " + order.device() + ", report " + order.content());
        return decision;
    }
}
