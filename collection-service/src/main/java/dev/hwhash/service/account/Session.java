// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that lasts.
 *
 * @param account whose it is, as the account is now
 * @param createdAt when he signed in
 * @param seenAt when he last asked for something, on a minute
 */
public record Session(Account account, Instant createdAt, Instant seenAt) {

    /** How long a session lasts in which nothing is asked for. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    /** How long any session lasts. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** How often it is written down that somebody is there. */
    static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /**
     * Returns whether it lasts.
     *
     * @param now the time
     * @return false once it is over, or its account is disabled
     */
    public boolean isValid(Instant now) {
        return !account.disabled() && now.isBefore(createdAt.plus(LONGEST)) && now.isBefore(seenAt.plus(IDLE));
    }

    boolean isToBeSeen(Instant now) {
        return !now.isBefore(seenAt.plus(SEEN_EVERY));
    }
}
