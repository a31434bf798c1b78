// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Foreign;
import tools.jackson.databind.JsonNode;

/**
 * An answer that is an objection.
 *
 * @param status the HTTP status
 * @param code Partner Center's number or word; empty: none was told
 * @param description its words, fit for a message; may be empty
 * @see <a href="https://learn.microsoft.com/partner-center/developer/error-codes">Partner Center error codes</a>
 */
record ErrorAnswer(int status, String code, String description) {

    static ErrorAnswer of(Answer answer) {
        JsonNode body = Json.read(answer).orElse(Json.NOTHING);
        String description = Json.text(body, "description");
        return new ErrorAnswer(
                answer.status(),
                Foreign.text(Json.text(body, "code")),
                Foreign.text(description.isEmpty() ? Json.text(body, "message") : description));
    }

    /** Tells whether the objection is to what was sent, so that less of it might pass. */
    boolean isAboutContent() {
        return status == 400 || status == 413 || status == 422;
    }

    /** Tells whether the batch is not there; another 404 is about the customer. */
    boolean isNotFound() {
        return status == 404 && !code.equals(ErrorWords.NO_SUCH_TENANT);
    }

    boolean isConflict() {
        return status == 409;
    }

    /** Returns status, code and description in one. */
    String shown() {
        return status + (code.isEmpty() ? "" : ", " + code) + (description.isEmpty() ? "" : ": " + description);
    }
}
