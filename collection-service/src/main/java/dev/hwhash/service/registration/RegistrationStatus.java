// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How registering goes, all devices together.
 *
 * @param target the target's name in options and texts, such as {@code intune}
 * @param counts devices by state; a state without devices may be missing
 * @param lastRegistered when a device was registered last
 * @param trouble why nothing gets through now
 * @param checkedAt when all was compared with the target last
 * @param checkTrouble why that failed
 */
public record RegistrationStatus(
        String target,
        Map<RegistrationState, Long> counts,
        Optional<Instant> lastRegistered,
        Optional<Trouble> trouble,
        Optional<Instant> checkedAt,
        Optional<Trouble> checkTrouble) {

    /** Copies the counts. */
    public RegistrationStatus {
        counts = Map.copyOf(counts);
    }

    /**
     * Returns how many devices stand so.
     *
     * @param state one of the states
     * @return 0 or more
     */
    public long count(RegistrationState state) {
        return counts.getOrDefault(state, 0L);
    }
}
