// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.http.Foreign;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the token endpoint says of a refusal (RFC 6749 §5.2, with what Entra ID adds). Immutable; of its description,
 * which quotes what was sent, only the number is read.
 *
 * @param error the word on which to act, such as {@code invalid_client}; printable ASCII
 * @param number the first AADSTS number, which is for a person; empty where none is told
 * @param trace what Microsoft's support asks for; empty where it is not told
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">error codes</a>
 */
record TokenError(String error, OptionalInt number, Optional<String> trace) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PREFIX = "AADSTS";
    private static final int MOST_DIGITS = 9;

    /**
     * Reads a body.
     *
     * @param body whatever was answered
     * @return empty where it is no such error
     */
    static Optional<TokenError> read(String body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        String error = Foreign.text(root.path("error").asString(""));
        if (error.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> trace = Optional.of(root.path("trace_id").asString("")).filter(Tenant::isGuid);
        return Optional.of(new TokenError(error, number(root), trace));
    }

    private static OptionalInt number(JsonNode root) {
        JsonNode first = root.path("error_codes").path(0);
        return first.isInt() && first.intValue() > 0
                ? OptionalInt.of(first.intValue())
                : inWords(root.path("error_description").asString(""));
    }

    private static OptionalInt inWords(String description) {
        int start = description.indexOf(PREFIX);
        if (start < 0) {
            return OptionalInt.empty();
        }
        start += PREFIX.length();
        int end = start;
        while (end < description.length() && end - start < MOST_DIGITS && isDigit(description.charAt(end))) {
            end++;
        }
        return end == start ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(description.substring(start, end)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns the word, the number and the trace, as behind a sentence in words. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(error);
        number.ifPresent(value -> text.append(", ").append(PREFIX).append(value));
        trace.ifPresent(id -> text.append(", trace ").append(id));
        return text.toString();
    }
}
