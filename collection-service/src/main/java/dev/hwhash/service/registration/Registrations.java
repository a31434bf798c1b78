// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.service.audit.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What became of approved devices. For use by many threads at once. */
public interface Registrations {

    /** What became of an order for one more try. */
    enum Again {
        /** It is queued. */
        QUEUED,
        /** It is under way or registered already; nothing was changed. */
        NOT_NEEDED,
        /** The last decision does not approve the device; nothing was changed. */
        NOT_APPROVED,
        /** There is no such device, or it was never approved. */
        UNKNOWN
    }

    /**
     * Shows how a device stands.
     *
     * @param device its number
     * @return empty where it was never approved, or is rejected and was never sent
     */
    Optional<RegistrationView> view(long device);

    /**
     * Queues a device once more, by a new order for what was approved last; on disk when this returns.
     *
     * @param device its number
     * @param actor who asks
     * @return what became of it
     */
    Again orderAgain(long device, Actor actor);

    /**
     * Counts the devices.
     *
     * @return by state; a state without devices may be missing
     */
    Map<RegistrationState, Long> counts();

    /**
     * Returns when a device was registered last.
     *
     * @return empty where none ever was
     */
    Optional<Instant> lastRegistered();
}
