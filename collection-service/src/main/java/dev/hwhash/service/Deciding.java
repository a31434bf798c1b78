// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.approval.Approvals;
import dev.hwhash.service.audit.AuditLog;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.export.Export;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.approval.ApprovalPages;
import dev.hwhash.service.page.selection.SelectionPages;
import dev.hwhash.service.page.settings.SettingsPages;
import dev.hwhash.service.registration.RegistrationDesk;
import dev.hwhash.service.retention.Retention;
import dev.hwhash.service.selection.SelectionRunner;
import dev.hwhash.service.selection.Selections;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlApprovals;
import dev.hwhash.service.store.SqlErasure;
import dev.hwhash.service.store.SqlRetention;
import dev.hwhash.service.store.SqlSelections;
import dev.hwhash.service.store.SqlSnapshots;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The parts of the service by which people decide about devices: one, many, and for how long they are kept. */
final class Deciding implements AutoCloseable {

    private final Approvals approvals;
    private final SqlErasure erasure;
    private final Selections selections;
    private final SelectionRunner runner;
    private final SqlSnapshots snapshots;
    private final Retention retention;

    Deciding(Database database, ReadOnlyDatabase reading, Clock clock, Turn turn) {
        approvals = new SqlApprovals(database, reading, clock);
        erasure = new SqlErasure(database, clock);
        selections = new SqlSelections(database, reading, clock);
        runner = new SelectionRunner(selections, clock, turn);
        snapshots = new SqlSnapshots(reading);
        retention = new Retention(new SqlRetention(database, reading, clock), clock);
        retention.start(turn);
    }

    Approvals approvals() {
        return approvals;
    }

    List<Pages> pages(PageRenderer renderer, AuditLog audit, Optional<RegistrationDesk> registration) {
        return List.of(
                new ApprovalPages(renderer, approvals, erasure),
                new SelectionPages(renderer, selections, runner, id -> new Export(snapshots.ofSelection(id)), audit),
                new SettingsPages(renderer, retention, registration));
    }

    @Override
    public void close() {
        retention.close();
        runner.close();
    }
}
