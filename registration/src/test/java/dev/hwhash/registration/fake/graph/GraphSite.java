// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.login.Token;
import dev.hwhash.registration.fake.login.Token.Audience;
import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Routes;
import dev.hwhash.registration.fake.web.Site;
import dev.hwhash.registration.fake.web.Violations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Microsoft Graph: who may ask, how often, and in which words it refuses. */
public final class GraphSite implements Site {

    private final Directory directory;
    private final Throttle throttle;
    private final Routes routes;
    private final Violations violations;
    private final GraphErrors errors;
    private final InstantSource clock;

    GraphSite(
            Directory directory,
            Throttle throttle,
            Routes routes,
            Violations violations,
            GraphErrors errors,
            InstantSource clock) {
        this.directory = directory;
        this.throttle = throttle;
        this.routes = routes;
        this.violations = violations;
        this.errors = errors;
        this.clock = clock;
    }

    @Override
    public Reply answer(Call call) {
        Reply reply = refusal(call)
                .or(() -> routes.answer(call, errors.reply(call, 400, "Invalid request body.")))
                .orElseGet(() -> errors.reply(call, 400, noSuchSegment(call)));
        return identified(call, reply);
    }

    private Optional<Reply> refusal(Call call) {
        Optional<Token> token = directory.token(call.header("Authorization"));
        if (token.isEmpty() || token.get().audience() != Audience.GRAPH) {
            violations.add(call, token.isEmpty() ? "no token that was given out" : "a token for somebody else");
            return Optional.of(failure(call, 401));
        }
        if (!directory.valid(token.get())) {
            return Optional.of(failure(call, 401));
        }
        if (!call.body().isEmpty() && !call.header("Content-Type").startsWith("application/json")) {
            violations.add(call, "the body is not told to be JSON");
            return Optional.of(failure(call, 415));
        }
        return throttle.full(!call.method().equals("GET"), clock.instant())
                .map(left -> failure(call, 429).with("Retry-After", Long.toString(seconds(left))));
    }

    private static long seconds(Duration left) {
        return left.plusMillis(999).toSeconds();
    }

    private static String noSuchSegment(Call call) {
        String segment = call.segments().size() > 2 ? call.segments().get(2) : call.path();
        return "Resource not found for the segment '" + segment + "'.";
    }

    private Reply identified(Call call, Reply reply) {
        if (reply.headers().containsKey("request-id")) {
            return reply;
        }
        String id = UUID.randomUUID().toString();
        String sent = call.header("client-request-id");
        return reply.with("request-id", id).with("client-request-id", sent.isEmpty() ? id : sent);
    }

    @Override
    public Reply failure(Call call, int status) {
        return errors.reply(call, status, status == 401 ? "Access token has expired or is not yet valid." : "A fault.");
    }
}
