// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import dev.hwhash.registration.fake.web.RefusedException;
import dev.hwhash.registration.fake.web.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Failures in the words of Partner Center, and in those of the gateway before it. */
final class PartnerErrors {

    private static final JsonMapper JSON = new JsonMapper();

    private PartnerErrors() {}

    static Reply reply(int status, String code, String description) {
        ObjectNode body = JSON.createObjectNode();
        body.put("code", code);
        body.put("description", description);
        body.putArray("data");
        body.put("source", "PartnerFD");
        Reply reply = Reply.json(status, body);
        return status == 401 ? reply.with("WWW-Authenticate", "OAuth realm=\"partnercenter\"") : reply;
    }

    static RefusedException refusal(int status, String code, String description) {
        return new RefusedException(reply(status, code, description));
    }

    /** The gateway's shape is another one. */
    static Reply throttled() {
        ObjectNode body = JSON.createObjectNode();
        body.put("statusCode", 429);
        body.put("message", "Rate limit is exceeded. Try again in 57 seconds.");
        return Reply.json(429, body);
    }
}
