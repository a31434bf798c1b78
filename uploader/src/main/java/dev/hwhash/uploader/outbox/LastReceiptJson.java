// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.Target;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A {@link LastReceipt} as JSON. */
final class LastReceiptJson {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private LastReceiptJson() {}

    static byte[] write(LastReceipt receipt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            if (receipt.serialNumber().isPresent()) {
                json.writeStringProperty("serialNumber", receipt.serialNumber().get());
            }
            json.writeStringProperty("time", receipt.time().toString());
            json.writeStringProperty("reportId", receipt.reportId().toString());
            json.writeStringProperty("service", receipt.target().toString());
            json.writeStringProperty("state", receipt.state().toString());
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** Returns the receipt; empty where the bytes are none. Properties that are not known are skipped. */
    static Optional<LastReceipt> read(byte[] content) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            return json.nextToken() == JsonToken.START_OBJECT ? receipt(texts(json)) : Optional.empty();
        } catch (JacksonException | DateTimeException | IllegalArgumentException | NotAServiceUrlException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(JsonParser json) {
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(name, json.getString());
            }
            json.skipChildren();
        }
        return texts;
    }

    private static Optional<LastReceipt> receipt(Map<String, String> texts) throws NotAServiceUrlException {
        String time = texts.get("time");
        String id = texts.get("reportId");
        String service = texts.get("service");
        Optional<LastReceipt.State> state = state(texts.get("state"));
        if (time == null || id == null || service == null || state.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LastReceipt(
                Optional.ofNullable(texts.get("serialNumber")),
                Instant.parse(time),
                UUID.fromString(id),
                Target.of(service),
                state.get()));
    }

    private static Optional<LastReceipt.State> state(@Nullable String word) {
        for (LastReceipt.State state : LastReceipt.State.values()) {
            if (state.toString().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
