// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import java.time.Duration;

/** When something has to end, whatever is done to the clock meanwhile. Immutable and thread-safe. */
public final class Deadline {

    private final Pace pace;
    private final long start;
    private final Duration time;

    /**
     * Starts the time.
     *
     * @param time how long there is from now
     * @param pace by which it passes
     */
    public Deadline(Duration time, Pace pace) {
        this.pace = pace;
        this.start = pace.nanos();
        this.time = time;
    }

    /**
     * Returns what is left.
     *
     * @return zero when it has passed, never less
     */
    public Duration left() {
        Duration left = time.minusNanos(pace.nanos() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Tells whether it has passed.
     *
     * @return whether nothing is left
     */
    public boolean over() {
        return left().isZero();
    }

    /**
     * Waits, where there is time left after the pause.
     *
     * @param pause how long
     * @return false where the pause would last longer than what is left, and then nothing is waited; or where this
     *     thread was interrupted, whose flag is up then
     */
    public boolean pause(Duration pause) {
        if (pause.compareTo(left()) >= 0) {
            return false;
        }
        try {
            pace.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
