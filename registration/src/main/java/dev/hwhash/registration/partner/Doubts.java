// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import java.util.List;
import java.util.Optional;

/** Clears up shipments of earlier runs of which it is not known whether they have arrived. */
final class Doubts {

    private final PartnerCenter center;
    private final Posting posting;
    private final BatchSearch search;
    private final Roll roll;
    private final boolean ofUser;

    Doubts(Workplace at, boolean ofUser) {
        this.ofUser = ofUser;
        this.center = at.center();
        this.posting = at.posting();
        this.search = at.search();
        this.roll = at.roll();
    }

    /**
     * Sends a shipment again under its own id, so that it counts once; where that does not tell, looks at its batch.
     *
     * @param shipment without tracking
     * @return the devices that have certainly not arrived
     * @throws StoppedException if it stays in doubt
     * @throws LedgerException if what was found cannot be noted
     */
    List<Entry> clear(Shipment shipment) throws StoppedException, LedgerException {
        List<Entry> devices = roll.open(shipment);
        // The same body cannot be made again where some of it has its end, and an app alone makes no batch.
        boolean repeatable = devices.size() == shipment.devices().size() && (ofUser || !shipment.newBatch());
        if (!repeatable) {
            return lookFor(shipment, devices);
        }
        Posted posted = posting.post(shipment, devices);
        if (posted instanceof Posted.Unanswered unanswered) {
            throw new StoppedException(unanswered.trouble());
        }
        if (posted instanceof Posted.Objected objected) {
            ErrorAnswer error = objected.error();
            if (error.isAboutContent() || error.isConflict() || error.isNotFound()) {
                return lookFor(shipment, devices);
            }
            throw new StoppedException(center.trouble(error));
        }
        return List.of();
    }

    private List<Entry> lookFor(Shipment shipment, List<Entry> devices) throws StoppedException, LedgerException {
        Optional<List<Entry>> missing = search.missing(shipment.batch().orElseThrow(), devices);
        roll.ledger().notTaken(shipment);
        return missing.orElse(devices);
    }
}
