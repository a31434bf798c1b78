// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas of one site: a document with {@code $defs}, one for each body. Thread-safe. */
public final class Schemas {

    /** The name for a body that has to be absent. */
    public static final String NONE = "";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonNode definitions;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas(JsonNode definitions) {
        this.definitions = definitions;
    }

    /**
     * Reads the schemas of a site.
     *
     * @param name of the resource, without its ending
     * @return its schemas
     */
    public static Schemas of(String name) {
        String resource = "/dev/hwhash/registration/fake/" + name + ".schema.json";
        try (InputStream stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource))) {
            return new Schemas(JSON.readTree(stream).path("$defs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Holds a body against a schema.
     *
     * @param name one of {@code $defs}, or {@link #NONE}
     * @param body as it was sent
     * @return what of it the schema does not allow; empty where all is well
     */
    public List<String> breaches(String name, String body) {
        if (name.equals(NONE)) {
            return body.isEmpty() ? List.of() : List.of("a body where none belongs");
        }
        try {
            JSON.readTree(body);
        } catch (JacksonException e) {
            return List.of("a body that is no JSON");
        }
        return compiled.computeIfAbsent(name, this::compile).validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(String name) {
        if (!definitions.has(name)) {
            throw new IllegalArgumentException("no schema " + name);
        }
        ObjectNode whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("$ref", "#/$defs/" + name);
        whole.set("$defs", definitions);
        return registry.getSchema(whole);
    }
}
