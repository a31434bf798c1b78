// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.retry.HttpDate;
import dev.hwhash.registration.retry.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which answers are the target's word on a request, and which only tell to try again. Pure. */
final class AnswerReading {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Timeout, too early, and what servers and the gateways before them say of themselves. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 500, 502, 503, 504);

    /** Intune answers 429 without Retry-After at times; less than this only brings the next one. */
    private static final Duration THROTTLED = Duration.ofSeconds(10);

    private AnswerReading() {}

    static Trial of(Answer answer, Request request, Instant now) {
        Origin origin = request.endpoint().origin();
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return Trial.lasting(
                    Why.NEEDS_MENDING,
                    origin + " answers with a redirect (" + status + "), which is not followed; correct the endpoint");
        }
        Optional<Duration> retryAfter = retryAfter(answer, now);
        if (status == TOO_MANY_REQUESTS) {
            return Trial.passing(
                    origin + " takes no more requests now (429)", false, Optional.of(retryAfter.orElse(THROTTLED)));
        }
        if (answer.is("text/html")) {
            return Trial.unknown(
                    request,
                    "something else than " + origin + " has answered: status " + status
                            + ", a page of html; look for a sign-in page of this network, a proxy or a gateway",
                    retryAfter);
        }
        return PASSING.contains(status)
                ? Trial.unknown(request, origin + " answers " + status + " to " + request, retryAfter)
                : Trial.answered(answer);
    }

    private static Optional<Duration> retryAfter(Answer answer, Instant now) {
        return RetryAfter.read(
                answer.header("Retry-After"),
                HttpDate.read(answer.header("Date").strip(), now),
                now);
    }
}
