// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import dev.hwhash.registration.fake.web.RefusedException;
import dev.hwhash.registration.fake.web.Reply;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Failures in the words of the token endpoint. */
final class LoginErrors {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final InstantSource clock;

    LoginErrors(InstantSource clock) {
        this.clock = clock;
    }

    RefusedException refusal(int status, String error, int number, String words) {
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String time = TIME.format(clock.instant());
        ObjectNode body = new JsonMapper().createObjectNode();
        body.put("error", error);
        body.put(
                "error_description",
                "AADSTS" + number + ": " + words + " Trace ID: " + trace + " Correlation ID: " + correlation
                        + " Timestamp: " + time);
        body.putArray("error_codes").add(number);
        body.put("timestamp", time);
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + number);
        return new RefusedException(Reply.json(status, body));
    }
}
