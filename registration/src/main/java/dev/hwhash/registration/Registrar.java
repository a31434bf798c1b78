// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import dev.hwhash.registration.retry.Deadline;
import java.util.List;

/** Registers devices with one target. Implementations may be used by one thread at a time. */
public interface Registrar {

    /** How far a run goes. */
    enum Depth {
        /** Until the target has taken all. */
        SENT,
        /** Until each device has its end. */
        ENDED
    }

    /**
     * Sends what was not sent, follows what was, and tells the ledger each end as soon as it is known. What may have
     * arrived is looked for first and never sent again unseen.
     *
     * @param entries devices without an end
     * @param unfinished what the ledger knows of shipments with any of these devices
     * @param ledger told before anything is sent, and of each end
     * @param depth how far to go
     * @param deadline when to stop; devices without an end are returned then
     * @return the devices that have no end yet, in the order of the entries
     * @throws LedgerException if the ledger takes no more; nothing was sent after that
     */
    List<Unsettled> register(
            List<Entry> entries, List<Shipment> unfinished, Ledger ledger, Depth depth, Deadline deadline)
            throws LedgerException;
}
