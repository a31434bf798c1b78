// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import java.time.Duration;

/**
 * How long to wait between two looks at something that takes a minute mostly and a quarter of an hour at times: short at
 * first, longer the longer it takes. Pure.
 */
final class PollInterval {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_WAIT = Duration.ofMinutes(5);
    private static final Duration LAST = Duration.ofSeconds(1);

    private PollInterval() {}

    /**
     * Returns how long to wait for the next look.
     *
     * @param waited since the first look
     * @param left until the deadline
     * @return not longer than half of what is left, so that there is a look shortly before the end; 1 s at least
     */
    static Duration after(Duration waited, Duration left) {
        Duration wanted = waited.compareTo(LONG_WAIT) < 0 ? between(SHORTEST, waited.dividedBy(4), USUAL) : LONGEST;
        return between(LAST, left.dividedBy(2), wanted);
    }

    private static Duration between(Duration least, Duration value, Duration most) {
        Duration atLeast = value.compareTo(least) < 0 ? least : value;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }
}
