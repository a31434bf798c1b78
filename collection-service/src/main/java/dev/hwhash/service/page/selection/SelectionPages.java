// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.selection;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.audit.AuditLog;
import dev.hwhash.service.export.Export;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Visitor;
import dev.hwhash.service.selection.BulkOrder;
import dev.hwhash.service.selection.Choice;
import dev.hwhash.service.selection.Member;
import dev.hwhash.service.selection.MemberOutcome;
import dev.hwhash.service.selection.SelectionRunner;
import dev.hwhash.service.selection.SelectionView;
import dev.hwhash.service.selection.Selections;
import dev.hwhash.service.selection.Selections.Made;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;

/** Selections: each is seen by the one who made it, and by nobody else. Thread-safe. */
public final class SelectionPages implements Pages {

    /** What is done within it needs no look at its progress. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Each file takes a thread of the server for as long as its browser reads. */
    private static final int FILES_AT_ONCE = 4;

    private static final int LONGEST_OUTCOME = 40;

    private final PageRenderer renderer;
    private final Selections selections;
    private final SelectionRunner runner;
    private final LongFunction<Export> exports;
    private final AuditLog audit;
    private final Semaphore files = new Semaphore(FILES_AT_ONCE);

    /**
     * Makes the pages.
     *
     * @param renderer shows them
     * @param selections what is shown
     * @param runner does what is ordered
     * @param exports writes the devices of the selection with that number
     * @param audit takes an entry for each file
     */
    public SelectionPages(
            PageRenderer renderer,
            Selections selections,
            SelectionRunner runner,
            LongFunction<Export> exports,
            AuditLog audit) {
        this.renderer = renderer;
        this.selections = selections;
        this.runner = runner;
        this.exports = exports;
        this.audit = audit;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.post("/selections", Role.APPROVER, this::make);
        routes.get("/selections/{id}", Role.APPROVER, this::show);
        routes.post(
                "/selections/{id}/approve",
                Role.APPROVER,
                (context, visitor) -> order(context, visitor, SelectionForm.approval(Form.of(context))));
        routes.post(
                "/selections/{id}/reject",
                Role.APPROVER,
                (context, visitor) -> order(context, visitor, BulkOrder.REJECT));
        routes.get("/selections/{id}/file", Role.APPROVER, this::file);
    }

    private void make(Context context, Visitor visitor) {
        Made made = selections.make(visitor.account(), SelectionForm.choice(Form.of(context)));
        if (made instanceof Made.Done done) {
            context.redirect("/selections/" + done.id(), HttpStatus.SEE_OTHER);
        } else if (made instanceof Made.TooMany) {
            throw new PageException(400, "selection.too-many", Choice.MOST);
        } else {
            throw new PageException(400, "selection.none");
        }
    }

    private void show(Context context, Visitor visitor) {
        SelectionView view = selections.view(id(context), visitor.account()).orElseThrow(SelectionPages::unknown);
        Optional<MemberOutcome> listed =
                Form.query(context).one("outcome", LONGEST_OUTCOME).flatMap(MemberOutcome::named);
        List<Member> members = listed.map(outcome -> selections.members(view.id(), outcome, SelectionPage.MOST_LISTED))
                .orElse(List.of());
        renderer.render(context, visitor, "selection/show.jte", new SelectionPage(view, listed, members));
    }

    private long size(Context context, Visitor visitor) {
        return selections.size(id(context), visitor.account()).orElseThrow(SelectionPages::unknown);
    }

    private static long id(Context context) {
        return Form.id(context, "id");
    }

    private static PageException unknown() {
        return new PageException(404, "selection.unknown");
    }

    private void order(Context context, Visitor visitor, BulkOrder order) {
        long id = id(context);
        // Of somebody else's selection nothing is told, not even that something is ordered for it.
        size(context, visitor);
        if (!selections.order(id, visitor.account(), order, visitor.actor())) {
            throw new PageException(409, "selection.ordered");
        }
        runner.run(id, PATIENCE);
        context.redirect("/selections/" + id, HttpStatus.SEE_OTHER);
    }

    private void file(Context context, Visitor visitor) throws IOException {
        long size = size(context, visitor);
        SelectionFile file = SelectionFile.of(Form.query(context));
        if (!files.tryAcquire()) {
            throw new PageException(503, "selection.file.busy", FILES_AT_ONCE);
        }
        try {
            audit.write(
                    visitor.actor(),
                    AuditAction.DEVICES_EXPORTED,
                    size + " devices, " + file.request().format());
            file.send(context, exports.apply(id(context)));
        } finally {
            files.release();
        }
    }
}
