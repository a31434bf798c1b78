// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import java.time.Duration;

/** When a run has to end, whatever is done to the clock meanwhile. */
final class Deadline {

    private final Pace pace;
    private final long start;
    private final Duration time;

    Deadline(Duration time, Pace pace) {
        this.pace = pace;
        this.start = pace.nanos();
        this.time = time;
    }

    /** Returns what is left; zero or less when it has passed. */
    Duration left() {
        return time.minusNanos(pace.nanos() - start);
    }

    boolean over() {
        Duration left = left();
        return left.isNegative() || left.isZero();
    }

    /** Returns a time, or what is left where that is less; never negative. */
    Duration atMost(Duration most) {
        Duration left = over() ? Duration.ZERO : left();
        return most.compareTo(left) < 0 ? most : left;
    }
}
