// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The devices of a run: each is open until it has its end, and what is seen of it last is kept. */
final class Roll {

    private final Map<UUID, Entry> open = new LinkedHashMap<>();
    private final Map<UUID, Unsettled> seen = new HashMap<>();
    private final Ledger ledger;

    Roll(List<Entry> entries, Ledger ledger) {
        entries.forEach(entry -> open.put(entry.id(), entry));
        this.ledger = ledger;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Entry> open() {
        return List.copyOf(open.values());
    }

    /** Returns what is open of a shipment, in its order. */
    List<Entry> open(Shipment shipment) {
        List<Entry> found = new ArrayList<>();
        for (UUID id : shipment.devices()) {
            entry(id).ifPresent(found::add);
        }
        return found;
    }

    /** Returns a device; empty where it has its end, or was none of this run. */
    Optional<Entry> entry(UUID device) {
        return Optional.ofNullable(open.get(device));
    }

    void end(UUID device, Fate fate) throws LedgerException {
        if (open.containsKey(device)) {
            ledger.ended(device, fate);
            open.remove(device);
        }
    }

    /** Keeps what was seen of devices, in the place of what was seen before. */
    void unsettle(List<Entry> devices, Trouble trouble) {
        devices.forEach(device -> seen.put(device.id(), trouble.of(device.id())));
    }

    /** Keeps the same of all that are open and of which nothing else was seen. */
    void unsettleRest(Trouble trouble) {
        open.keySet().forEach(id -> seen.putIfAbsent(id, trouble.of(id)));
    }

    /** Returns what was seen of those that are open, in the order of the entries. */
    List<Unsettled> unsettled() {
        List<Unsettled> all = new ArrayList<>();
        for (UUID id : open.keySet()) {
            Unsettled one = seen.get(id);
            if (one == null) {
                throw new IllegalStateException("nothing was seen of device " + id);
            }
            all.add(one);
        }
        return all;
    }
}
