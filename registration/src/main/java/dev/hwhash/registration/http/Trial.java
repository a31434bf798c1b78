// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.retry.Setback;
import java.time.Duration;
import java.util.Optional;

/** One attempt of a call: what it has come to, and how that bears on the next one. */
record Trial(Reply reply, Setback setback, Optional<Duration> retryAfter) {

    static Trial answered(Answer answer) {
        return new Trial(new Reply.Answered(answer), Setback.FINAL, Optional.empty());
    }

    /** Somebody has to mend something first; it has not arrived. */
    static Trial lasting(Why why, String words) {
        return new Trial(new Reply.Failed(why, words, false), Setback.LASTING, Optional.empty());
    }

    static Trial passing(String words, boolean mayHaveArrived, Optional<Duration> retryAfter) {
        return new Trial(new Reply.Failed(Why.UNREACHABLE, words, mayHaveArrived), Setback.PASSING, retryAfter);
    }

    /** It may have arrived: again only where that is harmless. */
    static Trial unknown(Request request, String words, Optional<Duration> retryAfter) {
        return request.repeatable()
                ? passing(words, true, retryAfter)
                : new Trial(new Reply.Failed(Why.UNREACHABLE, words, true), Setback.FINAL, Optional.empty());
    }
}
