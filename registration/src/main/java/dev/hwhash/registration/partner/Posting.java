// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import java.util.ArrayList;
import java.util.List;

/** Posts shipments, and keeps those that were taken as jobs to follow. */
final class Posting {

    private final PartnerCenter center;
    private final Paths paths;
    private final Batches batches;
    private final Roll roll;
    private final List<Shipment> taken = new ArrayList<>();

    Posting(PartnerCenter center, Paths paths, Batches batches, Roll roll) {
        this.center = center;
        this.paths = paths;
        this.batches = batches;
        this.roll = roll;
    }

    /**
     * Posts a shipment that the ledger knows.
     *
     * @param shipment without tracking
     * @param devices all of its devices, in its order
     * @return what has come of it; what was taken is noted
     * @throws LedgerException if that cannot be noted
     */
    Posted post(Shipment shipment, List<Entry> devices) throws LedgerException {
        String batch = shipment.batch().orElseThrow();
        List<DeviceRecord> records = devices.stream().map(Entry::device).toList();
        Posted posted = shipment.newBatch()
                ? center.post(paths.batches(), DeviceJson.newBatch(batch, records), shipment.id())
                : center.post(paths.devices(batch), DeviceJson.devices(records), shipment.id());
        if (posted instanceof Posted.Taken job) {
            // Without a job that can be asked, the batch itself is looked into.
            String tracking = job.tracking().map(Tracking::path).orElseGet(() -> paths.devices(batch));
            Shipment followed = shipment.taken(tracking);
            roll.ledger().taken(followed);
            taken.add(followed);
            batches.made(batch);
        }
        return posted;
    }

    /** Returns what was taken in this run. */
    List<Shipment> taken() {
        return List.copyOf(taken);
    }
}
