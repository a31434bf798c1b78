// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.time.Instant;
import java.util.Optional;

/** Which of two reports of one device is the newer: by the time inside the hash, else by the order of arrival. */
public final class Freshness {

    private Freshness() {}

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
