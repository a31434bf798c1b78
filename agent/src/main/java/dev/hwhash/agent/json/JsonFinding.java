// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import dev.hwhash.device.check.Finding;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A finding of {@code check} as one JSON object in ASCII; docs/rules.md names the properties. */
public final class JsonFinding {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonFinding() {}

    /**
     * Writes a finding.
     *
     * @param file the file's name as it was given
     * @param finding what was found in it
     * @return an object without a line break
     */
    public static String write(String file, Finding finding) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            json.writeNumberProperty("line", finding.line());
            json.writeStringProperty("rule", finding.rule().id());
            json.writeStringProperty("severity", finding.severity().toString());
            json.writeBooleanProperty("fixed", !finding.isOpen());
            json.writeStringProperty("value", finding.value());
            if (finding.isOpen()) {
                json.writeNullProperty("becomes");
            } else {
                json.writeStringProperty("becomes", finding.becomes().orElse(""));
            }
            json.writeStringProperty("message", finding.message());
            json.writeStringProperty("remedy", finding.rule().remedy());
            json.writeEndObject();
        }
        return line.toString();
    }
}
