// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of {@code POST /v1/tokens}: kind, and if wanted name, expiresInDays, useLimit. */
final class TokenRequest {

    private static final long MOST_DAYS = 36_500;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TokenRequest() {}

    static NewToken read(byte[] body, Instant now) {
        JsonNode json = tree(body);
        Optional<TokenKind> kind = TokenKind.named(json.path("kind").asString(""));
        if (kind.isEmpty()) {
            throw malformed("kind is none of enrolment, export, admin");
        }
        JsonNode name = json.path("name");
        if (!name.isMissingNode() && !name.isString()) {
            throw malformed("name is no text");
        }
        OptionalLong days = number(json, "expiresInDays", MOST_DAYS);
        Optional<Instant> expires =
                days.isPresent() ? Optional.of(now.plus(Duration.ofDays(days.getAsLong()))) : Optional.empty();
        try {
            return new NewToken(kind.get(), name.asString(""), expires, number(json, "useLimit", Long.MAX_VALUE));
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw malformed("it is not JSON");
        }
        throw malformed("it is no object");
    }

    private static OptionalLong number(JsonNode json, String name, long most) {
        JsonNode number = json.path(name);
        if (number.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 1 || number.asLong() > most) {
            throw malformed(name + " is no whole number from 1 to " + most);
        }
        return OptionalLong.of(number.asLong());
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(
                ProblemCode.MALFORMED, "the body asks for no token: " + why + "; see /openapi.yaml");
    }
}
