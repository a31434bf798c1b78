// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.registration;

import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.uploader.outbox.Drain;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.outbox.Rejection;
import dev.hwhash.uploader.outbox.StoredReport;
import dev.hwhash.uploader.report.Report;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The outbox as a ledger: a device that has its end leaves it, a refused one with the reason. */
final class OutboxLedger implements Ledger {

    private final Drain drain;
    private final Map<UUID, StoredReport> waiting;
    private final BiConsumer<Report, Fate> ends;

    OutboxLedger(Drain drain, Map<UUID, StoredReport> waiting, BiConsumer<Report, Fate> ends) {
        this.drain = drain;
        this.waiting = waiting;
        this.ends = ends;
    }

    @Override
    public void sending(Shipment shipment) throws LedgerException {
        change(() -> drain.note(shipment));
    }

    @Override
    public void taken(Shipment shipment) throws LedgerException {
        change(() -> drain.note(shipment));
    }

    @Override
    public void notTaken(Shipment shipment) throws LedgerException {
        change(() -> drain.forget(shipment.id()));
    }

    @Override
    public void ended(UUID device, Fate fate) throws LedgerException {
        StoredReport stored = waiting.get(device);
        if (stored == null) {
            throw new IllegalArgumentException("no device of this run: " + device);
        }
        change(() -> {
            if (fate instanceof Fate.Refused refused) {
                drain.reject(stored, rejection(refused));
            } else {
                drain.remove(device);
            }
        });
        ends.accept(stored.report(), fate);
    }

    private static Rejection rejection(Fate.Refused refused) {
        String name = refused.name().isEmpty() ? "" : refused.name() + ": ";
        return new Rejection(refused.code(), name + refused.words());
    }

    /** A change of the outbox's files. */
    @FunctionalInterface
    private interface Change {
        void run() throws OutboxException;
    }

    private static void change(Change change) throws LedgerException {
        try {
            change.run();
        } catch (OutboxException e) {
            throw new LedgerException(e.getMessage(), e);
        }
    }
}
