// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.registration;

import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A target by serial numbers: those that begin with REFUSED are refused, with LATE have no end, all others are
 * registered. It dies where a test says so, as a process does.
 */
final class ScriptedRegistrar implements Registrar {

    /** How often each device was sent. */
    final Map<UUID, Integer> sent = new HashMap<>();

    private int stepsToLive = Integer.MAX_VALUE;

    /** The end of a process. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    ScriptedRegistrar dyingAfter(int steps) {
        stepsToLive = steps;
        return this;
    }

    private void step() {
        if (stepsToLive-- == 0) {
            throw new Killed();
        }
    }

    @Override
    public List<Unsettled> register(
            List<Entry> entries, List<Shipment> unfinished, Ledger ledger, Depth depth, Deadline deadline)
            throws LedgerException {
        Set<UUID> mayHaveArrived = new HashSet<>();
        unfinished.forEach(shipment -> mayHaveArrived.addAll(shipment.devices()));
        List<UUID> fresh = new ArrayList<>();
        entries.forEach(entry -> {
            if (!mayHaveArrived.contains(entry.id())) {
                fresh.add(entry.id());
            }
        });
        if (!fresh.isEmpty()) {
            Shipment shipment = new Shipment(UUID.randomUUID(), Optional.of("Sales"), true, fresh, Optional.empty());
            ledger.sending(shipment);
            step();
            fresh.forEach(id -> sent.merge(id, 1, Integer::sum));
            step();
            ledger.taken(shipment.taken("/jobs/1"));
            step();
        }
        // What was noted and never came is looked for, and sent then.
        mayHaveArrived.forEach(id -> sent.putIfAbsent(id, 1));
        List<Unsettled> left = new ArrayList<>();
        for (Entry entry : entries) {
            String serial = entry.device().value(Field.SERIAL_NUMBER).orElse("");
            if (serial.startsWith("LATE")) {
                left.add(new Unsettled(entry.id(), Unsettled.Why.DEADLINE, "no end in time"));
            } else {
                ledger.ended(
                        entry.id(),
                        serial.startsWith("REFUSED")
                                ? new Fate.Refused("808", "ZtdDeviceAssignedToOtherTenant", "it is another tenant's")
                                : new Fate.Registered(Optional.of("id of " + serial)));
                step();
            }
        }
        return left;
    }
}
