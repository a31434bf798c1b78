// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a question that failed is asked once more. */
final class Retry {

    /** Time for winmgmt or a provider host to come back after it has ended. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Retry() {}

    /**
     * Decides over a second attempt.
     *
     * @param hresult what the failure gave, if anything
     * @param attempts how often the question was asked so far
     * @param left how much of the patience is left
     * @return how long to wait before asking again, at most a quarter of what is left; empty: not again
     */
    static Optional<Duration> pause(OptionalInt hresult, int attempts, Duration left) {
        if (attempts > 1 || hresult.isEmpty() || left.isZero()) {
            return Optional.empty();
        }
        if (Hresult.makes(hresult.getAsInt()) != Hresult.Makes.FAILED_ASK_AGAIN) {
            return Optional.empty();
        }
        Duration quarter = left.dividedBy(4);
        return Optional.of(quarter.compareTo(PAUSE) < 0 ? quarter : PAUSE);
    }
}
