// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.RefusedException;
import dev.hwhash.registration.fake.web.Reply;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Failures in the words of Microsoft Graph.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Error responses</a>
 */
final class GraphErrors {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final Map<Integer, String> CODES = Map.of(
            400, "BadRequest",
            401, "InvalidAuthenticationToken",
            403, "Forbidden",
            404, "ResourceNotFound",
            415, "UnsupportedMediaType",
            429, "TooManyRequests",
            500, "InternalServerError",
            503, "ServiceUnavailable");

    private final InstantSource clock;

    GraphErrors(InstantSource clock) {
        this.clock = clock;
    }

    Reply reply(Call call, int status, String message) {
        String requestId = UUID.randomUUID().toString();
        String sent = call.header("client-request-id");
        String clientRequestId = sent.isEmpty() ? requestId : sent;
        ObjectNode body = new JsonMapper().createObjectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", CODES.getOrDefault(status, "UnknownError"));
        error.put("message", message);
        ObjectNode inner = error.putObject("innerError");
        inner.put("date", TIME.format(clock.instant()));
        inner.put("request-id", requestId);
        inner.put("client-request-id", clientRequestId);
        return Reply.json(status, body).with("request-id", requestId).with("client-request-id", clientRequestId);
    }

    RefusedException refusal(Call call, int status, String message) {
        return new RefusedException(reply(call, status, message));
    }
}
