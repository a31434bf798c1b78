// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.retry.Pace;
import java.time.Duration;

/**
 * When to look again at what is under way: soon where something happens, and at most four times a minute where a
 * registration takes its quarter of an hour. Used by one thread.
 */
final class Looks {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Pace pace;
    private Duration pause = Duration.ZERO;
    private long last;

    Looks(Pace pace) {
        this.pace = pace;
        this.last = pace.nanos();
    }

    boolean areDue() {
        return pace.nanos() - last >= pause.toNanos();
    }

    /** Has the next look be as soon as somebody asks. */
    void soon() {
        pause = Duration.ZERO;
    }

    /** Notes a look, and whether a device got its end by it. */
    void done(boolean changed) {
        last = pace.nanos();
        Duration doubled = pause.multipliedBy(2);
        Duration longer = doubled.compareTo(FIRST) < 0 ? FIRST : doubled;
        pause = changed ? Duration.ZERO : longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }
}
