// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.web.Problem;
import dev.hwhash.service.web.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The document by itself: what it refers to is there, its examples are as it says, and it knows all codes. */
class OpenApiTest {

    private final Contract contract = new Contract();

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(contract.document(), references);

        assertThat(references)
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(
                                contract.document().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyExampleIsAsItsSchemaSays() {
        List<String> breaches = new ArrayList<>();
        int examples = examples(contract.document(), breaches);

        assertThat(breaches).isEmpty();
        assertThat(examples).isGreaterThan(10);
    }

    @Test
    void everyCodeIsListedAndNoOther() {
        TreeSet<String> listed = new TreeSet<>();
        contract.document()
                .at("/components/schemas/Problem/properties/code/examples")
                .forEach(code -> listed.add(code.asString()));
        TreeSet<String> known = new TreeSet<>();
        for (ProblemCode code : ProblemCode.values()) {
            known.add(code.toString());
        }

        assertThat(listed).isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyProblemIsAsDocumented(ProblemCode code) {
        String json = new String(
                new Problem(code, "words", List.of("a-rule")).json(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(contract.breaches("Problem", json)).isEmpty();
    }

    @Test
    void anAnswerThatIsNotAsDocumentedIsNoticed() {
        assertThat(contract.breaches("Receipt", "{}")).isNotEmpty();
        assertThat(contract.breaches("Health", "{\"status\":\"asleep\"}")).isNotEmpty();
        assertThat(contract.breaches("Health", "{\"status\":\"live\",\"more\":1}"))
                .isNotEmpty();
        assertThat(contract.breaches("Health", "{\"status\":\"live\"}")).isEmpty();
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }

    private int examples(JsonNode node, List<String> breaches) {
        int count = 0;
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            count += examples(child.getValue(), breaches);
        }
        for (JsonNode child : node.isArray() ? node : List.<JsonNode>of()) {
            count += examples(child, breaches);
        }
        if (node.has("example") && node.has("schema")) {
            count++;
            contract.breaches(node.path("schema"), node.path("example").toString(), false)
                    .forEach(breaches::add);
        }
        return count;
    }
}
