// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.table.RowWriter;
import dev.hwhash.device.table.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The format {@code json}: one object a line. What is beyond ASCII is escaped, so that every encoding holds it. The
 * command has its like: {@code device}, which both know, knows no library of JSON.
 */
final class JsonRowWriter implements RowWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int SCHEMA_VERSION = 1;
    private static final String NEWLINE = "\r\n";

    private static final Field[] ORDER = {
        Field.COLLECTED_AT,
        Field.SOURCE,
        Field.SERIAL_NUMBER,
        Field.WINDOWS_PRODUCT_ID,
        Field.HARDWARE_HASH,
        Field.MANUFACTURER,
        Field.MODEL,
        Field.GROUP_TAG,
        Field.ASSIGNED_USER
    };

    private final TextEncoding encoding;

    JsonRowWriter(TextEncoding encoding) {
        this.encoding = encoding;
    }

    @Override
    public byte[] start() {
        try {
            return encoding.encode("");
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("every encoding has no character at all", e);
        }
    }

    @Override
    public Set<Field> write(DeviceRecord device, Optional<HardwareHash> hash, ByteArrayOutputStream out) {
        DeviceRecord whole =
                hash.isPresent() ? device.with(Field.HARDWARE_HASH, hash.get().text()) : device;
        out.writeBytes((line(whole) + NEWLINE).getBytes(encoding.charset()));
        return Set.of();
    }

    private static String line(DeviceRecord device) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            for (Field field : ORDER) {
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
