// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.audit;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.AuditEntry;
import dev.hwhash.service.audit.AuditLog;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Visitor;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** {@code /audit}: what was done, the newest first. Thread-safe. */
public final class AuditPages implements Pages {

    private static final int MOST = 100;

    private final AuditLog audit;
    private final PageRenderer renderer;

    /**
     * Makes one.
     *
     * @param audit what is read
     * @param renderer writes the page
     */
    public AuditPages(AuditLog audit, PageRenderer renderer) {
        this.audit = audit;
        this.renderer = renderer;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get("/audit", Role.ADMIN, this::show);
    }

    private void show(Context context, Visitor visitor) {
        Optional<Long> before = Form.query(context).number("before");
        List<AuditEntry> entries = audit.page(before.orElse(Long.MAX_VALUE), MOST + 1);
        boolean hasOlder = entries.size() > MOST;
        List<AuditEntry> shown = hasOlder ? entries.subList(0, MOST) : entries;
        Optional<Long> older = hasOlder ? Optional.of(shown.get(MOST - 1).id()) : Optional.empty();
        renderer.render(context, visitor, "audit/audit.jte", new AuditPage(shown, before.isEmpty(), older));
    }
}
