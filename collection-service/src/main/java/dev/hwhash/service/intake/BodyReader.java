// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON of a report, strictly: UTF-8 without a flaw, one object and nothing behind it, no name twice, each
 * value of its type and no longer than it can be. Names that it does not know are passed over, so that a newer agent can
 * say more. Immutable and thread-safe.
 */
final class BodyReader {

    private static final int DEEPEST = 8;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private BodyReader() {}

    /** Returns what the body says. */
    static Message read(byte[] body) throws MalformedException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text(body))) {
            Members members = new Members(parser);
            Message message = members.read();
            if (parser.nextToken() != null) {
                throw new MalformedException("something stands behind the object");
            }
            return message;
        } catch (JacksonException e) {
            // The library's own words quote the text, and that may be a hash.
            throw new MalformedException("it is not JSON from " + place(e) + " on");
        }
    }

    private static String text(byte[] body) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("it is not UTF-8");
        }
    }

    /** A limit of the library that is passed has no place. */
    private static String place(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null
                ? "some depth or length"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The members of the two objects, as far as they were read. */
    private static final class Members {

        private final JsonParser parser;
        private final Map<Field, String> device = new EnumMap<>(Field.class);
        private int schemaVersion;
        private boolean hasDevice;
        private String agentVersion = "";
        private String collectedAt = "";
        private String source = "";

        Members(JsonParser parser) {
            this.parser = parser;
        }

        Message read() throws MalformedException {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "the body");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                member(parser.currentName());
            }
            if (schemaVersion != 1) {
                throw new MalformedException("schemaVersion is not 1");
            }
            if (!hasDevice) {
                throw new MalformedException("device is missing");
            }
            return new Message(agentVersion, time(), source, new DeviceRecord(device));
        }

        private void member(String name) throws MalformedException {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "schemaVersion" -> {
                    expect(token, JsonToken.VALUE_NUMBER_INT, name);
                    schemaVersion = parser.getNumberType() == JsonParser.NumberType.INT ? parser.getIntValue() : 0;
                }
                case "agentVersion" -> agentVersion = string(token, name, BodyLimits.LONGEST_WORD);
                case "collectedAt" -> collectedAt = string(token, name, BodyLimits.LONGEST_WORD);
                case "source" -> source = string(token, name, BodyLimits.LONGEST_WORD);
                case "device" -> {
                    expect(token, JsonToken.START_OBJECT, name);
                    device();
                }
                default -> parser.skipChildren();
            }
        }

        private void device() throws MalformedException {
            hasDevice = true;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                Optional<Field> field = BodyLimits.field(name);
                if (field.isEmpty()) {
                    parser.skipChildren();
                } else if (token != JsonToken.VALUE_NULL) {
                    device.put(field.get(), string(token, name, BodyLimits.longest(field.get())));
                }
            }
        }

        private Instant time() throws MalformedException {
            try {
                return Instant.parse(collectedAt);
            } catch (DateTimeException e) {
                throw new MalformedException("collectedAt is no time as 2026-01-31T12:00:00Z");
            }
        }

        private String string(JsonToken token, String name, int longest) throws MalformedException {
            expect(token, JsonToken.VALUE_STRING, name);
            String value = parser.getString();
            if (value.length() > longest) {
                throw new MalformedException(name + " has " + value.length() + " characters; the most are " + longest);
            }
            if (hasLoneSurrogate(value)) {
                throw new MalformedException(name + " holds half a character (an unpaired surrogate)");
            }
            return value;
        }

        private static void expect(JsonToken token, JsonToken wanted, String name) throws MalformedException {
            if (token != wanted) {
                throw new MalformedException(name + " is not of its type");
            }
        }

        private static boolean hasLoneSurrogate(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (Character.isSurrogate(c)) {
                    boolean pair = i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1));
                    if (!pair) {
                        return true;
                    }
                    i++;
                }
            }
            return false;
        }
    }
}
