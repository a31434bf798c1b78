// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.graph.GraphAnswer.Done;
import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Request;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an answer of Graph means, by its status. Pure. */
final class AnswerWords {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private AnswerWords() {}

    /**
     * Reads an answer.
     *
     * @param answer what came
     * @param request what was sent
     * @return whether it was done
     * @throws GraphException for what no device of this run gets past: no right, or something that is not Graph
     */
    static GraphAnswer of(Answer answer, Request request) throws GraphException {
        int status = answer.status();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw denied(answer);
        }
        return status >= 200 && status < 300 ? done(answer, request) : GraphError.refusal(answer);
    }

    private static GraphException denied(Answer answer) {
        GraphAnswer.Refusal refusal = GraphError.refusal(answer);
        String remedy = answer.status() == UNAUTHORIZED
                ? "sign in again, and check tenant and cloud"
                : "the app needs the permission DeviceManagementServiceConfig.ReadWrite.All with consent of an"
                        + " administrator; a user also needs a role in Intune with the Enrollment programs permissions,"
                        + " such as Intune Administrator";
        return new GraphException(
                Why.CREDENTIALS,
                "Graph answers " + answer.status() + " " + refusal.code() + ": " + refusal.words() + "; " + remedy,
                false);
    }

    private static Done done(Answer answer, Request request) throws GraphException {
        if (answer.body().isBlank()) {
            return new Done(Json.MISSING);
        }
        Optional<JsonNode> body = answer.whole() ? Json.read(answer.body()) : Optional.empty();
        return new Done(body.orElseThrow(() -> new GraphException(
                Why.UNREACHABLE,
                "the answer to " + request + " is not the JSON of Graph; look for a proxy or a gateway between",
                request.method() != Request.Method.GET)));
    }
}
