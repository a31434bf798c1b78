// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code openapi.yaml}, held against what the service says. */
final class Contract {

    private static final Path DOCUMENT = Path.of("src", "main", "resources", "openapi.yaml");
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    Contract() {
        try {
            document = new YAMLMapper().readTree(Files.readString(DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** Returns what of an answer the document does not say; nothing where it is as documented. */
    List<String> breaches(String method, String path, ServiceProcess.Answer answer) {
        JsonNode responses = document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode response = resolved(responses.path(Integer.toString(answer.status())));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + ": " + answer.status() + " is not documented");
        }
        List<String> breaches = new ArrayList<>();
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            if (header.getValue().path("required").asBoolean(false)
                    && answer.header(header.getKey()).isEmpty()) {
                breaches.add(header.getKey() + " is missing");
            }
        }
        breaches.addAll(bodyBreaches(response.path("content"), answer));
        return breaches;
    }

    private List<String> bodyBreaches(JsonNode content, ServiceProcess.Answer answer) {
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        if (content.isMissingNode()) {
            return answer.text().isEmpty() ? List.of() : List.of("a body is not documented");
        }
        JsonNode media = content.path(type);
        if (media.isMissingNode()) {
            return List.of("the type '" + type + "' is not documented");
        }
        return type.endsWith("json") && !type.endsWith("ndjson")
                ? breaches(media.path("schema"), answer.text(), true)
                : List.of();
    }

    /** Returns what of a JSON text a schema of the document does not allow. */
    List<String> breaches(String schema, String json) {
        return breaches(reference("#/components/schemas/" + schema), json, true);
    }

    /** Closed: a member that is not documented is a breach too. */
    List<String> breaches(JsonNode schema, String json, boolean closed) {
        ObjectNode whole = new YAMLMapper().createObjectNode().put("$schema", DIALECT);
        whole.putArray("allOf").add(schema);
        whole.set("components", document.path("components"));
        if (closed) {
            whole.put("unevaluatedProperties", false);
        }
        Schema compiled = registry.getSchema(whole);
        return compiled.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** Follows a reference, or returns the node itself; a missing node where it leads nowhere. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.asString().substring(1)) : node;
    }

    private static JsonNode reference(String to) {
        return new YAMLMapper().createObjectNode().put("$ref", to);
    }
}
