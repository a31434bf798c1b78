// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.approval;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.approval.Approvals;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Erasure;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Sight;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Visitor;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** What the forms on a device's page send: approve, reject, delete. Thread-safe. */
public final class ApprovalPages implements Pages {

    private final PageRenderer renderer;
    private final Approvals approvals;
    private final Erasure erasure;

    /**
     * Makes the pages.
     *
     * @param renderer shows what happened meanwhile
     * @param approvals carries orders out
     * @param erasure deletes devices
     */
    public ApprovalPages(PageRenderer renderer, Approvals approvals, Erasure erasure) {
        this.renderer = renderer;
        this.approvals = approvals;
        this.erasure = erasure;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.post(
                "/devices/{id}/approve",
                Role.APPROVER,
                (context, visitor) -> decide(context, visitor, Verdict.APPROVED));
        routes.post(
                "/devices/{id}/reject",
                Role.APPROVER,
                (context, visitor) -> decide(context, visitor, Verdict.REJECTED));
        routes.post("/devices/{id}/delete", Role.ADMIN, this::delete);
    }

    private void decide(Context context, Visitor visitor, Verdict verdict) {
        Optional<Order> order = order(context, verdict);
        if (order.isEmpty()) {
            refuse(context, visitor, HttpStatus.BAD_REQUEST, ConflictPage.malformed(back(context)));
            return;
        }
        Outcome outcome = approvals.decide(order.get(), visitor.actor());
        if (outcome instanceof Outcome.Taken) {
            context.redirect(back(context), HttpStatus.SEE_OTHER);
        } else {
            HttpStatus status = outcome instanceof Outcome.Unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
            refuse(context, visitor, status, ConflictPage.of(outcome, back(context)));
        }
    }

    private static Optional<Order> order(Context context, Verdict verdict) {
        Optional<Long> device = Numbers.of(context.pathParam("id"));
        Optional<Long> seen = field(context, "seen").flatMap(Numbers::of);
        Optional<Long> decision = field(context, "decision").flatMap(Numbers::of);
        Optional<String> report = field(context, "report");
        Optional<String> content = field(context, "content");
        if (device.isEmpty() || seen.isEmpty() || decision.isEmpty() || report.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        Assignment assignment = new Assignment(field(context, "tag"), field(context, "user"));
        Sight sight = new Sight(seen.get(), decision.get());
        return Optional.of(new Order(device.get(), verdict, report.get(), content.get(), assignment, sight));
    }

    private static Optional<String> field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name));
    }

    private void delete(Context context, Visitor visitor) {
        Optional<Long> device = Numbers.of(context.pathParam("id"));
        if (device.isPresent() && erasure.erase(device.get(), visitor.actor())) {
            context.redirect("/devices", HttpStatus.SEE_OTHER);
        } else {
            refuse(context, visitor, HttpStatus.NOT_FOUND, ConflictPage.of(new Outcome.Unknown(), "/devices"));
        }
    }

    private static String back(Context context) {
        return Numbers.of(context.pathParam("id")).map(id -> "/devices/" + id).orElse("/devices");
    }

    private void refuse(Context context, Visitor visitor, HttpStatus status, ConflictPage page) {
        context.status(status);
        renderer.render(context, visitor, "approval/conflict.jte", page);
    }
}
