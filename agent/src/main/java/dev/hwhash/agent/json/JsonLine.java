// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.table.NotADeviceFileException;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A device as one JSON object. Non-ASCII characters are escaped, so that every encoding can hold it. */
public final class JsonLine {

    private static final int SCHEMA_VERSION = 1;

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonLine() {}

    /**
     * Writes a device.
     *
     * @param device what is known of it
     * @return an object with every field, null where one is not known; one line, without its end
     */
    public static String write(DeviceRecord device) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            for (Field field : Field.IN_ORDER_OF_JSON) {
                Optional<String> value = device.value(field);
                if (value.isPresent()) {
                    json.writeStringProperty(field.property(), value.get());
                } else {
                    json.writeNullProperty(field.property());
                }
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    /**
     * Reads an object; unknown properties are skipped.
     *
     * @throws NotADeviceFileException if it is no object, or one of a newer schema
     */
    static DeviceRecord read(String line, int number) throws NotADeviceFileException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new NotADeviceFileException("line " + number + " is no JSON object");
            }
            DeviceRecord device = properties(json, number);
            if (json.nextToken() != null) {
                throw new NotADeviceFileException("line " + number + " holds more than one JSON object");
            }
            return device;
        } catch (JacksonException e) {
            // Its message can quote the line, and with it a hash.
            throw new NotADeviceFileException("line " + number + " is not JSON, one object a line, at column "
                    + e.getLocation().getColumnNr());
        }
    }

    private static DeviceRecord properties(JsonParser json, int number) throws NotADeviceFileException {
        DeviceRecord device = DeviceRecord.EMPTY;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("schemaVersion") && value == JsonToken.VALUE_NUMBER_INT) {
                requireKnown(json.getIntValue(), number);
            }
            Optional<Field> field = Field.ofProperty(name);
            if (field.isPresent() && value == JsonToken.VALUE_STRING) {
                device = device.with(field.get(), json.getString());
            }
            json.skipChildren();
        }
        return device;
    }

    private static void requireKnown(int schemaVersion, int number) throws NotADeviceFileException {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new NotADeviceFileException("line " + number + " has schemaVersion " + schemaVersion
                    + "; this version of hwhash knows " + SCHEMA_VERSION);
        }
    }
}
