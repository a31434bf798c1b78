// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.registration;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Visitor;
import dev.hwhash.service.registration.RegistrationDesk;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** What the buttons about registering send: once more for a device, and compare all now. Thread-safe. */
public final class RegistrationPages implements Pages {

    private final Optional<RegistrationDesk> desk;

    /**
     * Makes the pages.
     *
     * @param desk carries out; empty where this service registers nothing
     */
    public RegistrationPages(Optional<RegistrationDesk> desk) {
        this.desk = desk;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.post("/devices/{id}/register", Role.APPROVER, this::again);
        routes.post("/registration/check", Role.ADMIN, this::check);
    }

    private RegistrationDesk desk() {
        return desk.orElseThrow(() -> new PageException(404, "registration.off"));
    }

    private void again(Context context, Visitor visitor) {
        RegistrationDesk open = desk();
        long device = Form.id(context, "id");
        String back = "/devices/" + device;
        switch (open.orderAgain(device, visitor.actor())) {
            case QUEUED -> context.redirect(back, HttpStatus.SEE_OTHER);
            case NOT_NEEDED -> throw new PageException(422, "registration.not-needed").backTo(back);
            case NOT_APPROVED -> throw new PageException(422, "registration.not-approved").backTo(back);
            case UNKNOWN -> throw new PageException(404, "registration.unknown");
        }
    }

    private void check(Context context, Visitor visitor) {
        desk().checkNow();
        context.redirect("/settings", HttpStatus.SEE_OTHER);
    }
}
