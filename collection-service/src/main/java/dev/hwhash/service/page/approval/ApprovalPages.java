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
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Visitor;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** What the forms on a device's page send: approve, reject, delete. Thread-safe. */
public final class ApprovalPages implements Pages {

    /** Of a UUID or a hash in hexadecimal digits. */
    private static final int LONGEST_NAME = 64;

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
        Order order = order(context, verdict);
        Outcome outcome = approvals.decide(order, visitor.actor());
        String back = "/devices/" + order.device();
        if (outcome instanceof Outcome.Taken) {
            context.redirect(back, HttpStatus.SEE_OTHER);
        } else {
            HttpStatus status = outcome instanceof Outcome.Unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
            refuse(context, visitor, status, new ConflictPage(outcome, back));
        }
    }

    private static Order order(Context context, Verdict verdict) {
        long device = Form.id(context, "id");
        Form form = Form.of(context);
        Sight sight = new Sight(
                form.number("seen").orElseThrow(ApprovalPages::malformed),
                form.number("decision").orElse(0L));
        return new Order(
                device,
                verdict,
                form.required("report", LONGEST_NAME),
                form.required("content", LONGEST_NAME),
                // One more than can be: the rules say what is too long.
                new Assignment(form.one("tag", Assignment.LONGEST + 1), form.one("user", Assignment.LONGEST + 1)),
                sight);
    }

    private static PageException malformed() {
        return new PageException(400, "approval.malformed");
    }

    private void delete(Context context, Visitor visitor) {
        if (erasure.erase(Form.id(context, "id"), visitor.actor())) {
            context.redirect("/devices", HttpStatus.SEE_OTHER);
        } else {
            refuse(context, visitor, HttpStatus.NOT_FOUND, new ConflictPage(new Outcome.Unknown(), "/devices"));
        }
    }

    private void refuse(Context context, Visitor visitor, HttpStatus status, ConflictPage page) {
        context.status(status);
        renderer.render(context, visitor, "approval/conflict.jte", page);
    }
}
