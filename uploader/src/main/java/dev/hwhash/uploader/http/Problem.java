// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Foreign;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.report.ServiceUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A refusal in the service's own words: RFC 9457 with a {@code code} of ours. Pure.
 *
 * @param retryable what the service says of another attempt; empty where it says nothing
 */
record Problem(int status, String code, String detail, Optional<Boolean> retryable, List<String> rules) {

    private static final int MOST_RULES = 20;
    private static final int LONGEST_CODE = 40;

    /** Returns the problem, or empty where the answer is none of the service's own. */
    static Optional<Problem> of(Answer answer) {
        if (answer.status() < 400 || !answer.is("application/problem+json")) {
            return Optional.empty();
        }
        Optional<FlatJson> json = FlatJson.of(answer);
        Optional<String> code = json.flatMap(object -> object.text("code"));
        if (json.isEmpty() || code.isEmpty() || !isCode(code.get())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                answer.status(),
                code.get(),
                Foreign.text(json.get().text("detail").orElse("")),
                json.get().truth("retryable"),
                rules(json.get().list("rules"))));
    }

    private static boolean isCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_CODE;
    }

    private static List<String> rules(List<String> said) {
        List<String> rules = new ArrayList<>();
        for (String rule : said.subList(0, Math.min(said.size(), MOST_RULES))) {
            rules.add(Foreign.text(rule));
        }
        return rules;
    }

    Outcome outcome(ServiceUrl service, Optional<Duration> retryAfter) {
        String words = ProblemWords.of(this, service);
        if (status == 401 || status == 403) {
            return new Outcome.CredentialsRefused(code, words);
        }
        // A report is made by putting it: its address cannot be unknown, only the one of the service can be wrong.
        if (status == 404 || status == 405) {
            return new Outcome.Unsettled(Cause.WRONG_ADDRESS, words);
        }
        return retryable.orElse(mayPass())
                ? new Outcome.Unsettled(Cause.SERVICE_BUSY, words, retryAfter)
                : new Outcome.Refused(code, words, rules);
    }

    /** By the status alone: request timeout, conflict with one that still runs, too early, too many, server errors. */
    private boolean mayPass() {
        return status >= 500 || status == 408 || status == 409 || status == 425 || status == 429;
    }
}
