// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Violations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was answered under each {@code MS-RequestId}: the same request under the same id is done once. */
final class Replays {

    private record Done(String request, Reply reply) {}

    private final Map<String, Done> done = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Violations violations;

    Replays(Violations violations) {
        this.violations = violations;
    }

    /** Returns the answer that the request had before; empty where it comes for the first time. */
    Optional<Reply> before(Call call) {
        String id = call.header("MS-RequestId");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (answered.contains(id)) {
            violations.add(call, "an MS-RequestId again that had its answer");
        }
        Done known = done.get(id);
        if (known == null || call.method().equals("GET")) {
            return Optional.empty();
        }
        if (!known.request().equals(request(call))) {
            violations.add(call, "an MS-RequestId again with another request");
            return Optional.of(PartnerErrors.reply(400, "3000", "The request id was used before."));
        }
        return Optional.of(known.reply());
    }

    void keep(Call call, Reply reply) {
        if (!call.header("MS-RequestId").isEmpty()) {
            done.put(call.header("MS-RequestId"), new Done(request(call), reply));
        }
    }

    /** A gateway's word, or a server's failure, is not the service's answer: the client knows nothing by it. */
    void sent(Call call, Reply reply) {
        boolean byService = reply.status() < 500 && reply.status() != 429 && reply.status() != 401;
        if (byService && !call.header("MS-RequestId").isEmpty()) {
            answered.add(call.header("MS-RequestId"));
        }
    }

    private static String request(Call call) {
        return call + " " + call.body();
    }
}
