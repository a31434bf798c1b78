// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.token.TokenKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** {@code /metrics}, for Prometheus: from this machine without a token, from elsewhere with an admin token. */
public final class MetricsRoutes implements Routes {

    private final Tokens tokens;
    private final Supplier<String> metrics;

    /**
     * Makes the routes.
     *
     * @param tokens says who may
     * @param metrics gives the text of Prometheus, version 0.0.4; asked at each request
     */
    public MetricsRoutes(Tokens tokens, Supplier<String> metrics) {
        this.tokens = tokens;
        this.metrics = metrics;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/metrics", this::scrape);
    }

    private void scrape(Context context) {
        if (!Clients.isLocal(context)) {
            tokens.require(context, TokenKind.ADMIN);
        }
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.get());
    }
}
