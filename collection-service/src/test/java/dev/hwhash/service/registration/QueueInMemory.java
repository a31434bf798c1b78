// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A queue that forgets when its test ends. */
final class QueueInMemory implements RegistrationQueue {

    final Map<UUID, Entry> queued = new LinkedHashMap<>();
    final Map<UUID, Entry> sent = new LinkedHashMap<>();
    final Map<UUID, Fate> ended = new LinkedHashMap<>();
    final List<Shipment> shipments = new ArrayList<>();
    Optional<LedgerException> refusal = Optional.empty();
    int reads;

    UUID add() {
        UUID id = UUID.randomUUID();
        queued.put(id, new Entry(id, new DeviceRecord(Map.of())));
        return id;
    }

    @Override
    public boolean readDecisions() {
        reads++;
        return false;
    }

    @Override
    public List<Entry> queued(int most) {
        return queued.values().stream().limit(most).toList();
    }

    @Override
    public long countUnderWay() {
        return sent.size();
    }

    @Override
    public UnderWay underWay(int most) {
        return new UnderWay(sent.values().stream().limit(most).toList(), shipments);
    }

    @Override
    public void sending(Shipment shipment) throws LedgerException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        shipments.add(shipment);
        for (UUID id : shipment.devices()) {
            Optional.ofNullable(queued.remove(id)).ifPresent(entry -> sent.put(id, entry));
        }
    }

    @Override
    public void taken(Shipment shipment) {
        shipments.replaceAll(each -> each.id().equals(shipment.id()) ? shipment : each);
    }

    @Override
    public void notTaken(Shipment shipment) {
        throw new AssertionError("nobody has said so");
    }

    @Override
    public void ended(UUID device, Fate fate) {
        sent.remove(device);
        ended.put(device, fate);
    }
}
