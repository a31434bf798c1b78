// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the Retry-After of an answer (RFC 9110 §10.2.3). Stateless and pure. */
public final class RetryAfter {

    /** Ten digits are three centuries. */
    private static final int MOST_DIGITS = 10;

    private RetryAfter() {}

    /**
     * Reads the header in both of its forms.
     *
     * @param value the header's value: seconds, or an HTTP date
     * @param answered the answer's own Date, which is what an HTTP date is measured from; empty where it has none that
     *     can be read
     * @param now this machine's time, used where the answer names none
     * @return the time to wait, zero for a date that has passed; or empty where the value is neither form
     */
    public static Optional<Duration> read(String value, Optional<Instant> answered, Instant now) {
        String text = value.strip();
        if (isSeconds(text)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        Optional<Instant> until = HttpDate.read(text, now);
        if (until.isEmpty()) {
            return Optional.empty();
        }
        Duration wait = Duration.between(answered.orElse(now), until.get());
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    private static boolean isSeconds(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
