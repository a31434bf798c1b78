// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long the loop rests after a round. Pure. */
final class Pauses {

    /** A look at the database costs nothing; an approval is seen after it at the latest. */
    static final Duration IDLE = Duration.ofSeconds(1);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;

    private Pauses() {}

    /** Returns why nothing got through; empty where no device was kept by anything but its target's own time. */
    static Optional<String> trouble(List<Unsettled> left) {
        return left.stream()
                .filter(each -> switch (each.why()) {
                    case TAKEN, DEADLINE -> false;
                    case UNREACHABLE, NEEDS_MENDING, CREDENTIALS -> true;
                })
                .map(Unsettled::words)
                .findFirst();
    }

    /** The same for devices of which none was sent before: that there was no time to send a single one is a trouble. */
    static Optional<String> trouble(List<Unsettled> left, int queued) {
        boolean late = left.size() == queued && left.stream().allMatch(each -> each.why() == Why.DEADLINE);
        return late ? left.stream().map(Unsettled::words).findFirst() : trouble(left);
    }

    /** Returns how long to rest after so many rounds in a row with a trouble, from 1 on. */
    static Duration afterTrouble(int rounds) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(rounds - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
