// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.http.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The properties of one JSON object that are texts, truths or lists of texts; all others are skipped. */
record FlatJson(Map<String, String> texts, Map<String, Boolean> truths, Map<String, List<String>> lists) {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /** Returns the object of an answer, or empty where it is anything else or too long. */
    static Optional<FlatJson> of(Answer answer) {
        return answer.whole() ? read(answer.body()) : Optional.empty();
    }

    /** Returns the object, or empty where the text is anything else. Of a name that is repeated the last one counts. */
    static Optional<FlatJson> read(String body) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            FlatJson object = new FlatJson(new HashMap<>(), new HashMap<>(), new HashMap<>());
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                object.take(json, json.currentName());
            }
            return json.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void take(JsonParser json, String name) {
        JsonToken value = json.nextToken();
        switch (value) {
            case VALUE_STRING -> texts.put(name, json.getString());
            case VALUE_TRUE -> truths.put(name, true);
            case VALUE_FALSE -> truths.put(name, false);
            case START_ARRAY -> lists.put(name, list(json));
            default -> json.skipChildren();
        }
    }

    private static List<String> list(JsonParser json) {
        List<String> found = new ArrayList<>();
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next == JsonToken.VALUE_STRING) {
                found.add(json.getString());
            }
            json.skipChildren();
        }
        return found;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    Optional<Boolean> truth(String name) {
        return Optional.ofNullable(truths.get(name));
    }

    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
