// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.retry.HttpDate;
import dev.hwhash.registration.retry.RetryAfter;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an answer means for the report it answers. Pure. */
final class AnswerReading {

    private final Report report;
    private final ServiceUrl service;
    private final Instant now;

    /** Reads answers to a report that was sent there; {@code now} counts where an answer names no time. */
    AnswerReading(Report report, ServiceUrl service, Instant now) {
        this.report = report;
        this.service = service;
        this.now = now;
    }

    Outcome outcome(Answer answer) {
        if (answer.status() == 407) {
            return new Outcome.Unsettled(Cause.PROXY_CREDENTIALS, ProxyWords.of(answer.headers("Proxy-Authenticate")));
        }
        if ((answer.status() == 200 || answer.status() == 201) && answer.is("application/json")) {
            return receipt(answer);
        }
        Optional<Problem> problem = Problem.of(answer);
        if (problem.isPresent()) {
            return problem.get().outcome(service, retryAfter(answer));
        }
        return new Outcome.Unsettled(
                Cause.INTERCEPTED, InterceptedWords.of(answer, service.origin()), retryAfter(answer));
    }

    private Outcome receipt(Answer answer) {
        Optional<FlatJson> json = FlatJson.of(answer);
        Optional<Instant> receivedAt =
                json.flatMap(object -> object.text("receivedAt")).flatMap(AnswerReading::instant);
        if (json.isEmpty() || receivedAt.isEmpty()) {
            return notOurs(answer, "json that is no receipt");
        }
        if (!json.get().text("reportId").equals(Optional.of(report.id().toString()))) {
            return notOurs(answer, "the receipt of another report");
        }
        if (!json.get().text("contentSha256").equals(Optional.of(report.contentSha256()))) {
            return notOurs(answer, "the receipt of other content");
        }
        return new Outcome.Received(receivedAt.get());
    }

    private Outcome notOurs(Answer answer, String seen) {
        return new Outcome.Unsettled(
                Cause.INTERCEPTED,
                "the answer " + answer.status() + " holds " + seen + "; look for a proxy or gateway before "
                        + service.origin(),
                retryAfter(answer));
    }

    private Optional<Duration> retryAfter(Answer answer) {
        return RetryAfter.read(
                answer.header("Retry-After"),
                HttpDate.read(answer.header("Date").strip(), now),
                now);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
