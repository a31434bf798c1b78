// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.intake.Answer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of answers. The mapper is made once: that costs more than all that is written with it in a second. */
final class Json {

    static final String MEDIA_TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static byte[] problem(Problem problem) {
        ObjectNode document = MAPPER.createObjectNode()
                .put("type", "about:blank")
                .put("title", problem.code().title())
                .put("status", problem.code().status())
                .put("detail", problem.detail())
                .put("code", problem.code().toString())
                .put("retryable", problem.code().retryable());
        if (!problem.rules().isEmpty()) {
            problem.rules().forEach(document.putArray("rules")::add);
        }
        return bytes(document);
    }

    /** Written by hand: no value in it needs an escape, and it is written for each report. */
    static byte[] receipt(Answer.Receipt receipt) {
        String json = "{\"reportId\":\"" + receipt.reportId() + "\",\"contentSha256\":\""
                + receipt.content().hex() + "\",\"receivedAt\":\"" + receipt.receivedAt() + "\"}";
        return json.getBytes(StandardCharsets.US_ASCII);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns maps, lists and plain values as a document. */
    static tools.jackson.databind.JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static byte[] bytes(tools.jackson.databind.JsonNode document) {
        return MAPPER.writeValueAsBytes(document);
    }
}
