// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An answer as a fake wants it sent. Immutable.
 *
 * @param status HTTP status
 * @param headers all but those of the body's length
 * @param body empty for none
 */
public record Reply(int status, Map<String, String> headers, String body) {

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /**
     * Makes an answer without a body.
     *
     * @param status HTTP status
     * @return the answer
     */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    /**
     * Makes an answer of JSON.
     *
     * @param status HTTP status
     * @param body what it says
     * @return the answer
     */
    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), body.toString());
    }

    /**
     * Returns this with one more header.
     *
     * @param name the name
     * @param value the value
     * @return a new answer
     */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
