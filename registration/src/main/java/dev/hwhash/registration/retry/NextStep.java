// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import java.time.Duration;

/** What to do after an attempt. Immutable. */
public sealed interface NextStep {

    /**
     * Wait, then try again.
     *
     * @param time how long; never negative
     */
    record Delay(Duration time) implements NextStep {

        /** Refuses a negative time. */
        public Delay {
            if (time.isNegative()) {
                throw new IllegalArgumentException("negative delay: " + time);
            }
        }
    }

    /**
     * Do not try again in this run.
     *
     * @param reason why not
     */
    record Stop(Reason reason) implements NextStep {}

    /** Why there is no other attempt. */
    enum Reason {
        /** As many attempts as are allowed have been made. */
        ATTEMPTS_USED_UP,
        /** Trying again would change nothing before somebody has mended something. */
        NEEDS_MENDING,
        /** The service has decided. */
        DECIDED
    }
}
