// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/** {@code /health/live} and {@code /health/ready}, for whoever watches the service. */
public final class HealthRoutes implements Routes {

    private final BooleanSupplier ready;

    /**
     * Makes the routes.
     *
     * @param ready whether a report would be stored now; asked at each request
     */
    public HealthRoutes(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/health/live", context -> say(context, "live"));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context context) {
        if (!ready.getAsBoolean()) {
            throw new ProblemException(ProblemCode.BUSY, "the service stores no reports now; try again later");
        }
        say(context, "ready");
    }

    private static void say(Context context, String status) {
        context.contentType(Json.MEDIA_TYPE).result(Json.bytes(Json.object().put("status", status)));
    }
}
