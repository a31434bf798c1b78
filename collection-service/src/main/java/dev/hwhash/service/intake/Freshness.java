// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which of two reports of one device is the newer: by the time inside the hash, else by the order of arrival. */
public final class Freshness {

    /** Windows 10 came then, and no older Windows makes a hash. */
    private static final Instant FIRST_HASH = Instant.parse("2015-07-29T00:00:00Z");

    private static final Duration SLACK = Duration.ofDays(1);

    private Freshness() {}

    /**
     * Drops a time that a wrong clock made.
     *
     * @param capturedAt the time inside a hash
     * @param now when the report arrived
     * @return the time, or empty where it cannot be believed
     */
    public static Optional<Instant> believable(Optional<Instant> capturedAt, Instant now) {
        return capturedAt.filter(time -> time.isAfter(FIRST_HASH) && time.isBefore(now.plus(SLACK)));
    }

    /**
     * Compares a report that has just arrived with the facts that the device has.
     *
     * @param arrived the believable time inside its hash
     * @param known the believable time of the facts
     * @return false only where both have a time and the arrived one is older
     */
    public static boolean isNewer(Optional<Instant> arrived, Optional<Instant> known) {
        return arrived.isEmpty() || known.isEmpty() || !arrived.get().isBefore(known.get());
    }
}
