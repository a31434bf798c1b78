// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * A device in the format {@code json}. What is beyond ASCII is escaped, so that every encoding holds it. The command has
 * its like: {@code device}, which both know, knows no library of JSON.
 */
final class JsonLine {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int SCHEMA_VERSION = 1;

    private JsonLine() {}

    static String of(DeviceRecord device) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            for (Field field : Field.IN_ORDER_OF_JSON) {
                json.writeName(field.property());
                Optional<String> value = device.value(field);
                if (value.isPresent()) {
                    json.writeString(value.get());
                } else {
                    json.writeNull();
                }
            }
            json.writeEndObject();
        }
        return line.toString();
    }
}
