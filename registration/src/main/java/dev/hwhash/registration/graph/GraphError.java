// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Foreign;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The body of a failure, as Graph writes it. Intune's own message comes as JSON within that JSON.
 *
 * @see <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error responses</a>
 */
final class GraphError {

    /** A refused import quotes the hash: "Cannot convert the literal '...' to the expected type 'Edm.Binary'". */
    private static final Pattern LONG_BASE64 = Pattern.compile("[A-Za-z0-9+/=_-]{40,}");

    private GraphError() {}

    static GraphAnswer.Refusal refusal(Answer answer) {
        JsonNode error =
                Json.read(answer.body()).map(body -> body.path("error")).orElse(Json.MISSING);
        String code = shown(error.path("code").stringValue(""));
        String words = shown(inner(error.path("message").stringValue("")));
        String id = shown(answer.header("request-id"));
        return new GraphAnswer.Refusal(
                answer.status(),
                code.isEmpty() ? String.valueOf(answer.status()) : code,
                (words.isEmpty() ? "no reason given" : words) + (id.isEmpty() ? "" : " (request-id " + id + ")"));
    }

    private static String inner(String message) {
        Optional<String> told = Json.read(message)
                .map(body ->
                        body.path("Message").stringValue(body.path("message").stringValue("")));
        return told.filter(text -> !text.isBlank()).orElse(message);
    }

    /** Makes a text of Graph's fit for a message. */
    static String shown(String text) {
        return Foreign.text(LONG_BASE64.matcher(text).replaceAll("[...]"));
    }
}
