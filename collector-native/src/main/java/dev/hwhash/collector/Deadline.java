// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.time.Duration;

/**
 * The one moment at which all waiting of a read ends.
 *
 * @param patience how long it was, for a message
 * @param end on the scale of {@link System#nanoTime}
 */
record Deadline(Duration patience, long end) {

    /** More than anybody waits, and small enough for WMI's timeouts. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Starts the clock. */
    static Deadline in(Duration patience) {
        Duration bounded = patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        return new Deadline(patience, System.nanoTime() + bounded.toNanos());
    }

    /** Tells whether it has passed. */
    boolean passed() {
        return end - System.nanoTime() <= 0;
    }

    /** Returns the milliseconds until then, rounded up; 0 once it has passed. */
    int millisLeft() {
        long nanos = Math.max(0, end - System.nanoTime());
        return (int) ((nanos + 999_999) / 1_000_000);
    }
}
