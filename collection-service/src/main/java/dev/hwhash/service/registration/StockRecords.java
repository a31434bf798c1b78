// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the service believes to be registered, to be held against the target. For use by many threads at once. */
public interface StockRecords {

    /**
     * Returns when all was compared last.
     *
     * @return empty where it never was
     */
    Optional<Instant> checkedAt();

    /**
     * Returns the batches in which devices were sent.
     *
     * @return their names
     */
    Set<String> batches();

    /**
     * Returns some devices that the target has, or has lost.
     *
     * @param after number of the last device of the piece before; 0: from the first
     * @param before without those whose state changed later: a target shows some time afterwards what it has
     * @param most how many
     * @return in the order of their numbers
     */
    List<Known> piece(long after, Instant before, int most);

    /**
     * Notes what has changed at the target, in one short transaction.
     *
     * @param gone numbers of devices that are not there any more
     * @param back numbers of devices that are there again
     * @param before as above: what changed later stays
     */
    void note(List<Long> gone, List<Long> back, Instant before);

    /**
     * Notes that all was compared.
     *
     * @param at when that began
     */
    void checked(Instant at);

    /**
     * A device that was registered.
     *
     * @param device its number
     * @param state {@link RegistrationState#isThere there}, or missing
     * @param targetId the target's id of it
     * @param serialNumber as it was sent
     */
    record Known(long device, RegistrationState state, Optional<String> targetId, Optional<String> serialNumber) {}
}
