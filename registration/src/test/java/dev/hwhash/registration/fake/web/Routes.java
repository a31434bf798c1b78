// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.util.List;
import java.util.Optional;

/** All calls that a site knows, with the schemas that they are held against. */
public final class Routes {

    private final List<Route> routes;
    private final Schemas schemas;
    private final Violations violations;
    private final boolean anyCase;

    /**
     * Makes them.
     *
     * @param routes what the site knows
     * @param schemas what bodies have to be like; {@code Error} is the one of failures
     * @param violations where breaches are noted
     * @param anyCase whether paths are read in any case
     */
    public Routes(List<Route> routes, Schemas schemas, Violations violations, boolean anyCase) {
        this.routes = List.copyOf(routes);
        this.schemas = schemas;
        this.violations = violations;
        this.anyCase = anyCase;
    }

    /**
     * Finds and does what is asked.
     *
     * @param call the request
     * @param malformed what is answered to a body that breaks the schema
     * @return the answer; empty where no such path is known
     */
    public Optional<Reply> answer(Call call, Reply malformed) {
        for (Route route : routes) {
            Optional<List<String>> variables = route.match(call.segments(), anyCase);
            if (variables.isPresent() && route.method().equals(call.method())) {
                return Optional.of(answer(route, call, variables.get(), malformed));
            }
        }
        violations.add(call, "no such call");
        return Optional.empty();
    }

    private Reply answer(Route route, Call call, List<String> variables, Reply malformed) {
        List<String> breaches = schemas.breaches(route.request(), call.body());
        breaches.forEach(breach -> violations.add(call, breach));
        if (!breaches.isEmpty()) {
            return malformed;
        }
        Reply reply = done(route, call, variables);
        checkAnswer(route.answer(), call, reply);
        return reply;
    }

    private static Reply done(Route route, Call call, List<String> variables) {
        try {
            return route.handler().answer(call, variables);
        } catch (RefusedException e) {
            return e.reply();
        }
    }

    /** A fake that misquotes the original would prove nothing. */
    private void checkAnswer(String schema, Call call, Reply reply) {
        for (String breach : schemas.breaches(reply.status() < 300 ? schema : "Error", reply.body())) {
            violations.add(call, "own answer " + reply.status() + ": " + breach);
        }
    }
}
