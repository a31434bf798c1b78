// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import tools.jackson.databind.JsonNode;

/** What Graph has said to one request. */
sealed interface GraphAnswer {

    /**
     * It did what was asked.
     *
     * @param body its JSON; a missing node where it sent none
     */
    record Done(JsonNode body) implements GraphAnswer {}

    /**
     * It did not and will not.
     *
     * @param status a 4xx other than 401, 403 and 429
     * @param code its stable word, such as {@code BadRequest}; the status where it gave none
     * @param words its message, fit to be shown
     */
    record Refusal(int status, String code, String words) implements GraphAnswer {}
}
