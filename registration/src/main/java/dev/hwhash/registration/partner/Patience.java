// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;

/** Pauses that grow: things of a cloud are seen late, and most of them soon. */
final class Patience {

    /** A fifth more each time: what happens meanwhile is seen at most a sixth too late. */
    private static final double GROWTH = 1.2;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Deadline deadline;
    private Duration next = FIRST;
    private Duration left;

    /**
     * Makes one.
     *
     * @param deadline never passed
     * @param most what is waited in all, besides
     */
    Patience(Deadline deadline, Duration most) {
        this.deadline = deadline;
        this.left = most;
    }

    /** Pauses; false: it is at its end, and nothing was waited. */
    boolean pause() {
        if (next.compareTo(left) > 0 || !deadline.pause(next)) {
            return false;
        }
        left = left.minus(next);
        Duration grown = Duration.ofMillis((long) (next.toMillis() * GROWTH));
        next = grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
        return true;
    }
}
