// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.Shipment;
import java.util.List;

/**
 * What shall be registered, and what is remembered of it. Each method is one short transaction, or looks only; none waits
 * for a network. For use by many threads at once.
 */
public interface RegistrationQueue extends Ledger {

    /**
     * Reads some of the decisions that were not read yet and queues, or takes back, what they ask for.
     *
     * @return whether there may be more
     */
    boolean readDecisions();

    /**
     * Returns what is to be sent.
     *
     * @param most how many
     * @return the oldest first
     */
    List<Entry> queued(int most);

    /**
     * Counts what was sent, or may have been, and has no end.
     *
     * @return 0 or more
     */
    long countUnderWay();

    /**
     * Returns what was sent, or may have been, and has no end.
     *
     * @param most how many
     * @return the oldest first, with all shipments that have one of them
     */
    UnderWay underWay(int most);

    /**
     * Devices without an end.
     *
     * @param entries the devices
     * @param shipments in which they were sent
     */
    record UnderWay(List<Entry> entries, List<Shipment> shipments) {

        /** Copies the lists. */
        public UnderWay {
            entries = List.copyOf(entries);
            shipments = List.copyOf(shipments);
        }
    }
}
