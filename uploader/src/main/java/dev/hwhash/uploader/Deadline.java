// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.registration.retry.Pace;
import java.time.Duration;

/** When a run has to end, whatever is done to the clock meanwhile: in all, and where it stands still. One thread. */
final class Deadline {

    private final Pace pace;
    private final long start;
    private final Duration time;
    private final Duration standstill;
    private long moved;

    Deadline(Duration time, Duration standstill, Pace pace) {
        this.pace = pace;
        this.start = pace.nanos();
        this.time = time;
        this.standstill = standstill;
        this.moved = start;
    }

    /** Notes that a report has left the outbox. */
    void move() {
        moved = pace.nanos();
    }

    /** Returns what is left; zero or less when it has passed. */
    Duration left() {
        long now = pace.nanos();
        Duration inAll = time.minusNanos(now - start);
        Duration still = standstill.minusNanos(now - moved);
        return inAll.compareTo(still) < 0 ? inAll : still;
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
