// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.settings;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Visitor;
import dev.hwhash.service.registration.RegistrationDesk;
import dev.hwhash.service.retention.Retention;
import dev.hwhash.service.retention.RetentionDays;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** The settings of the service. Thread-safe. */
public final class SettingsPages implements Pages {

    private static final String PATH = "/settings";
    private static final int LONGEST = 4;

    private final PageRenderer renderer;
    private final Retention retention;
    private final Optional<RegistrationDesk> registration;

    /**
     * Makes the pages.
     *
     * @param renderer shows them
     * @param retention for how long devices are kept
     * @param registration who registers approved devices; empty where nobody does
     */
    public SettingsPages(PageRenderer renderer, Retention retention, Optional<RegistrationDesk> registration) {
        this.renderer = renderer;
        this.retention = retention;
        this.registration = registration;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get(PATH, Role.ADMIN, this::show);
        routes.post(PATH, Role.ADMIN, this::change);
    }

    private void show(Context context, Visitor visitor) {
        RetentionDays days = retention.days();
        SettingsPage page = new SettingsPage(
                days.days(), RetentionDays.MOST, retention.wouldGo(days), registration.map(RegistrationDesk::status));
        renderer.render(context, visitor, "settings/show.jte", page);
    }

    private void change(Context context, Visitor visitor) {
        String text = Form.of(context).required("retentionDays", LONGEST);
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > RetentionDays.MOST) {
            throw new PageException(400, "settings.days.malformed", RetentionDays.MOST);
        }
        retention.set(new RetentionDays(Integer.parseInt(text)), visitor.actor());
        context.redirect(PATH, HttpStatus.SEE_OTHER);
    }
}
