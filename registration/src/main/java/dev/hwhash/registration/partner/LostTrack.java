// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled.Why;
import java.util.List;

/** Devices that were taken, and of which their job does not tell: their batch may. */
final class LostTrack {

    private final Workplace at;

    LostTrack(Workplace at) {
        this.at = at;
    }

    /**
     * Ends the devices that are in their batch.
     *
     * @param shipment with tracking
     * @param isGone whether there is no job to ask; else it is finished
     * @throws StoppedException if Partner Center does not answer
     * @throws LedgerException if an end cannot be noted
     */
    void search(Shipment shipment, boolean isGone) throws StoppedException, LedgerException {
        String batch = shipment.batch().orElseThrow();
        List<Entry> devices = at.roll().open(shipment);
        List<Entry> missing = at.search().missing(batch, devices).orElse(devices);
        if (missing.isEmpty()) {
            return;
        }
        if (isGone) {
            at.roll().ledger().notTaken(shipment);
        }
        at.roll().unsettle(missing, new Trouble(Why.NEEDS_MENDING, words(batch, isGone)));
    }

    private static String words(String batch, boolean isGone) {
        return isGone
                ? "Partner Center tells of no job for the device, and does not show it in batch " + Named.batch(batch)
                        + "; run the command again to send it once more"
                : "Partner Center has finished the job without telling what became of the device; look at batch "
                        + Named.batch(batch) + " in the portal, under Customers, Devices";
    }
}
