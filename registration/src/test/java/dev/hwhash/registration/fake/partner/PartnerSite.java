// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Routes;
import dev.hwhash.registration.fake.web.Schemas;
import dev.hwhash.registration.fake.web.Site;
import dev.hwhash.registration.fake.web.Violations;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The Partner Center API, as far as it takes devices. */
public final class PartnerSite implements Site {

    private static final JsonMapper JSON = new JsonMapper();

    private final PartnerGate gate;
    private final Replays replays;
    private final Routes routes;

    /**
     * Makes the site.
     *
     * @param partners what it knows
     * @param directory who may ask
     * @param existingBatchIs400 what it answers to the name of a batch that is there: 400, or else 409
     * @param violations where breaches are noted
     * @param clock the time
     */
    public PartnerSite(
            Partners partners,
            Directory directory,
            boolean existingBatchIs400,
            Violations violations,
            InstantSource clock) {
        gate = new PartnerGate(directory, violations);
        replays = new Replays(violations);
        routes = new Routes(
                new PartnerCalls(partners, clock, existingBatchIs400).routes(),
                Schemas.of("partner-center"),
                violations,
                true);
    }

    @Override
    public Reply answer(Call call) {
        Reply reply = gate.refusal(call).or(() -> replays.before(call)).orElseGet(() -> done(call));
        return identified(call, gate.withMfa(call, reply));
    }

    private Reply done(Call call) {
        Reply malformed = PartnerErrors.reply(400, "3000", "A property is invalid.");
        Optional<Reply> known = routes.answer(camel(call), malformed);
        Reply reply = known.orElseGet(() -> PartnerErrors.reply(404, "1000", "Not found."));
        replays.keep(call, reply);
        return reply;
    }

    private static Call camel(Call call) {
        if (call.body().isEmpty()) {
            return call;
        }
        try {
            String body = AnyCase.camel(JSON.readTree(call.body())).toString();
            return new Call(call.method(), call.segments(), call.query(), call.headers(), body);
        } catch (JacksonException e) {
            return call;
        }
    }

    private static Reply identified(Call call, Reply reply) {
        return reply.with("MS-RequestId", orNew(call.header("MS-RequestId")))
                .with("MS-CorrelationId", orNew(call.header("MS-CorrelationId")))
                .with("MS-CV", "fake.0")
                .with("MS-ServerId", "fake");
    }

    private static String orNew(String id) {
        return id.isEmpty() ? UUID.randomUUID().toString() : id;
    }

    @Override
    public Reply failure(Call call, int status) {
        Reply reply = switch (status) {
            case 429 -> PartnerErrors.throttled();
            case 401 -> PartnerErrors.reply(401, "400", "Access denied.");
            case 403 -> PartnerErrors.reply(403, "900150", "The role lacks rights.");
            default -> PartnerErrors.reply(status, "2000", "A fault.");
        };
        return identified(call, reply);
    }

    @Override
    public void sent(Call call, Reply reply, boolean delivered) {
        if (delivered) {
            replays.sent(call, reply);
        }
    }
}
