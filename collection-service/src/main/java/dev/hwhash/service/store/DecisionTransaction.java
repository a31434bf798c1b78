// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

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
    private final Instant now;
    private final StandingRows standings;
    private final DecisionRows decisions;

    DecisionTransaction(Connection connection, Instant now) throws SQLException {
        this.connection = connection;
        this.now = now;
        standings = new StandingRows(connection);
        decisions = new DecisionRows(connection);
    }

    /** How devices stand in this transaction. */
    StandingRows standings() {
        return standings;
    }

    /** Carries an order out, or tells why not. */
    Outcome decide(Order order, Actor actor) throws SQLException {
        Optional<StoredStanding> device = standings.device(order.device());
        Optional<StoredReport> report = standings.report(order.device(), order.reportId());
        return device.isPresent() && report.isPresent()
                ? decide(order, device.get(), report.get(), actor)
                : new Outcome.Unknown();
    }

    /** The same for what was read in this transaction before. */
    Outcome decide(Order order, StoredStanding device, StoredReport report, Actor actor) throws SQLException {
        if (!report.id().equals(order.reportId()) || !report.content().equals(order.content())) {
            return new Outcome.Unknown();
        }
        Standing standing = new Standing(device.state(), device.last(), decisions.last(order.device()), report.facts());
        Optional<Outcome> obstacle = DecisionRules.obstacle(order, standing);
        return obstacle.isPresent() ? obstacle.get() : new Outcome.Taken(take(order, report, actor), true);
    }

    private Decision take(Order order, StoredReport report, Actor actor) throws SQLException {
        Decision decision = decisions.take(order, report.row(), actor.name(), now);
        AuditAction action =
                order.verdict() == Verdict.APPROVED ? AuditAction.DEVICE_APPROVED : AuditAction.DEVICE_REJECTED;
        AuditRows.insert(connection, now, actor, action, "device " + order.device() + ", report " + order.content());
        return decision;
    }
}
