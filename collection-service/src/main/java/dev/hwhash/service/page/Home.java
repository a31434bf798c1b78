// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.account.Role;
import io.javalin.http.HttpStatus;

/** {@code /}: leads to the devices. */
public final class Home implements Pages {

    @Override
    public void register(GuardedRoutes routes) {
        routes.get("/", Role.VIEWER, (context, visitor) -> context.redirect("/devices", HttpStatus.SEE_OTHER));
    }
}
