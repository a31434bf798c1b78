// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import java.util.UUID;

/** What is remembered of registrations, whatever happens to this process. Each method returns when it is on the disk. */
public interface Ledger {

    /**
     * Notes that these devices are about to be sent: from now on they may have arrived.
     *
     * @param shipment without tracking
     * @throws LedgerException if it cannot be noted; nothing is sent then
     */
    void sending(Shipment shipment) throws LedgerException;

    /**
     * Notes that the target has taken a shipment.
     *
     * @param shipment with tracking
     * @throws LedgerException if it cannot be noted
     */
    void taken(Shipment shipment) throws LedgerException;

    /**
     * Notes that the target has certainly not taken a shipment, so that its devices may be sent in another one.
     *
     * @param shipment noted by {@link #sending}
     * @throws LedgerException if it cannot be noted
     */
    void notTaken(Shipment shipment) throws LedgerException;

    /**
     * Notes what became of a device; it is not sent again.
     *
     * @param device the id of its entry
     * @param fate its end
     * @throws LedgerException if it cannot be noted
     */
    void ended(UUID device, Fate fate) throws LedgerException;
}
