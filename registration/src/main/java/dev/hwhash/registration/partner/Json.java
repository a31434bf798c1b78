// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.http.Answer;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads answers, none of which is trusted to have the form it should have. Pure. */
final class Json {

    /** What an answer without JSON is read as. */
    static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Json() {}

    /** Returns the JSON of an answer; empty where there is none, or not all of it. */
    static Optional<JsonNode> read(Answer answer) {
        String body = answer.body();
        // None should be there, and a reader may pass over it (RFC 8259 §8.1).
        String text = !body.isEmpty() && body.charAt(0) == BYTE_ORDER_MARK ? body.substring(1) : body;
        if (!answer.whole()) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns a property as text, numbers too; empty where it is not there, null, or something else. */
    static String text(JsonNode object, String property) {
        JsonNode value = object.path(property);
        return value.isString() || value.isNumber() ? value.asString() : "";
    }
}
