// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ledger that outlives the registrar that writes into it, and can be full from a certain line on. */
final class MemoryLedger implements Ledger {

    private final Map<UUID, Shipment> shipments = new LinkedHashMap<>();
    private final Map<UUID, Fate> fates = new LinkedHashMap<>();
    private int linesLeft = Integer.MAX_VALUE;

    /** Takes so many lines more, as if the process were killed then. */
    void killAfter(int lines) {
        linesLeft = lines;
    }

    @Override
    public void sending(Shipment shipment) throws LedgerException {
        line();
        if (shipments.putIfAbsent(shipment.id(), shipment) != null) {
            throw new IllegalStateException("noted before: " + shipment);
        }
    }

    @Override
    public void taken(Shipment shipment) throws LedgerException {
        line();
        if (shipments.put(shipment.id(), shipment) == null) {
            throw new IllegalStateException("never noted: " + shipment);
        }
    }

    @Override
    public void notTaken(Shipment shipment) throws LedgerException {
        line();
        if (shipments.remove(shipment.id()) == null) {
            throw new IllegalStateException("never noted: " + shipment);
        }
    }

    @Override
    public void ended(UUID device, Fate fate) throws LedgerException {
        line();
        if (fates.put(device, fate) != null) {
            throw new IllegalStateException("ended twice: " + device);
        }
    }

    private void line() throws LedgerException {
        if (linesLeft-- <= 0) {
            throw new LedgerException("the disk is full", new IOException());
        }
    }

    Map<UUID, Fate> fates() {
        return Map.copyOf(fates);
    }

    /** Returns what a next run gets: shipments with a device that has no end. */
    List<Shipment> unfinished() {
        return shipments.values().stream()
                .filter(shipment -> !fates.keySet().containsAll(shipment.devices()))
                .toList();
    }
}
