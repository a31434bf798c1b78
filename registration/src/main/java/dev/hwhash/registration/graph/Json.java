// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Trees of JSON: written to the letter, read with patience for what is new or missing. */
final class Json {

    static final JsonNode MISSING = MissingNode.getInstance();

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns the object or array of a text; empty where it is none. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isContainer);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns a text that is there and not empty. */
    static Optional<String> text(JsonNode of, String property) {
        return Optional.of(of.path(property).stringValue("")).filter(value -> !value.isEmpty());
    }
}
