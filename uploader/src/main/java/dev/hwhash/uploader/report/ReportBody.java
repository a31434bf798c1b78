// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** The bytes of a report: JSON in ASCII, so that nothing on the way can mistake the encoding. */
final class ReportBody {

    private static final int SCHEMA_VERSION = 1;
    private static final int USUAL_BYTES = 6144;

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** All but those that are about the message. */
    private static final Set<Field> OF_THE_DEVICE = EnumSet.complementOf(EnumSet.of(Field.COLLECTED_AT, Field.SOURCE));

    private ReportBody() {}

    static byte[] write(DeviceRecord device, String agentVersion) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), body)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            json.writeStringProperty("agentVersion", agentVersion);
            write(json, device, Field.COLLECTED_AT);
            write(json, device, Field.SOURCE);
            json.writeObjectPropertyStart("device");
            for (Field field : OF_THE_DEVICE) {
                write(json, device, field);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    private static void write(JsonGenerator json, DeviceRecord device, Field field) {
        Optional<String> value = device.value(field);
        if (value.isPresent()) {
            json.writeStringProperty(field.property(), value.get());
        }
    }

    /** Returns what these bytes say of a device; empty where they are no report. */
    static Optional<DeviceRecord> device(byte[] body) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            return json.nextToken() == JsonToken.START_OBJECT && take(json, values)
                    ? Optional.of(new DeviceRecord(values))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Takes the fields of an object and of the device in it; false where it does not end. */
    private static boolean take(JsonParser json, Map<Field, String> values) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<Field> field = Field.ofProperty(json.currentName());
            boolean device = json.currentName().equals("device");
            JsonToken value = json.nextToken();
            if (field.isPresent() && value == JsonToken.VALUE_STRING) {
                values.put(field.get(), json.getString());
            } else if (device && value == JsonToken.START_OBJECT) {
                take(json, values);
            } else {
                json.skipChildren();
            }
        }
        return json.currentToken() == JsonToken.END_OBJECT;
    }

    /** Returns {@code device.serialNumber}, or empty where these bytes have none. */
    static Optional<String> serialNumber(byte[] body) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            return enter(json, "device") && json.currentToken() == JsonToken.START_OBJECT
                    ? text(json, Field.SERIAL_NUMBER.property())
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean enter(JsonParser json, String wanted) {
        return json.nextToken() == JsonToken.START_OBJECT && find(json, wanted);
    }

    private static Optional<String> text(JsonParser json, String wanted) {
        return find(json, wanted) && json.currentToken() == JsonToken.VALUE_STRING
                ? Optional.of(json.getString())
                : Optional.empty();
    }

    private static boolean find(JsonParser json, String wanted) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = json.currentName().equals(wanted);
            json.nextToken();
            if (found) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }
}
