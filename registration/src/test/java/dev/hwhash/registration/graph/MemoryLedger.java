// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.Shipment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Remembers in memory, as a disk would; can die at any of its entries, before or after it is written. */
final class MemoryLedger implements Ledger {

    private final Map<UUID, Shipment> shipments = new LinkedHashMap<>();
    private final Map<UUID, Fate> fates = new LinkedHashMap<>();
    private int written;
    private int lifetime = Integer.MAX_VALUE;
    private boolean diesAfterwards;

    /** The process is gone, as far as a test can have that. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    Map<UUID, Fate> fates() {
        return fates;
    }

    Fate fate(UUID device) {
        return Optional.ofNullable(fates.get(device)).orElseThrow(() -> new AssertionError("no end of " + device));
    }

    /** What has to be given to the next run. */
    List<Shipment> unfinished() {
        return shipments.values().stream()
                .filter(shipment -> !fates.keySet().containsAll(shipment.devices()))
                .toList();
    }

    int written() {
        return written;
    }

    void dieAt(int entry, boolean afterwards) {
        lifetime = entry;
        diesAfterwards = afterwards;
    }

    void live() {
        lifetime = Integer.MAX_VALUE;
    }

    private void write(Runnable entry) {
        written++;
        if (written == lifetime && !diesAfterwards) {
            throw new Killed();
        }
        entry.run();
        if (written == lifetime) {
            throw new Killed();
        }
    }

    @Override
    public void sending(Shipment shipment) {
        assertThat(shipment.tracking()).isEmpty();
        write(() -> shipments.put(shipment.id(), shipment));
    }

    @Override
    public void taken(Shipment shipment) {
        assertThat(shipments).containsKey(shipment.id());
        assertThat(shipment.tracking()).isPresent();
        write(() -> shipments.put(shipment.id(), shipment));
    }

    @Override
    public void notTaken(Shipment shipment) {
        assertThat(shipments).containsKey(shipment.id());
        write(() -> shipments.remove(shipment.id()));
    }

    @Override
    public void ended(UUID device, Fate fate) {
        assertThat(fates).doesNotContainKey(device);
        write(() -> fates.put(device, fate));
    }
}
