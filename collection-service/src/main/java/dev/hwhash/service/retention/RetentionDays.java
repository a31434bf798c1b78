// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For how many days a device is kept of which nothing is received.
 *
 * @param days 1 to {@link #MOST}; 0: for ever
 */
public record RetentionDays(int days) {

    /** Ten years. */
    public static final int MOST = 3650;

    /** For ever. */
    public static final RetentionDays FOR_EVER = new RetentionDays(0);

    /** Refuses other numbers. */
    public RetentionDays {
        if (days < 0 || days > MOST) {
            throw new IllegalArgumentException("days are 0 to " + MOST + ", not " + days);
        }
    }

    /**
     * Returns what is old.
     *
     * @param now the time
     * @return what came before it goes; empty where nothing does
     */
    public Optional<Instant> cutoff(Instant now) {
        return days == 0 ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days)));
    }
}
