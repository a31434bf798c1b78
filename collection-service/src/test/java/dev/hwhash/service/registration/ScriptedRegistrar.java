// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A registrar that does what the test says, and remembers what it was asked. */
final class ScriptedRegistrar implements Registrar {

    /** What it does to the devices of a call. */
    interface Script {
        List<Unsettled> run(List<Entry> entries, Ledger ledger, Depth depth) throws LedgerException;
    }

    /** One call. */
    record Call(List<UUID> devices, Depth depth, int unfinished) {}

    final List<Call> calls = new ArrayList<>();
    Script script;

    ScriptedRegistrar(Script script) {
        this.script = script;
    }

    @Override
    public List<Unsettled> register(
            List<Entry> entries, List<Shipment> unfinished, Ledger ledger, Depth depth, Deadline deadline)
            throws LedgerException {
        calls.add(new Call(entries.stream().map(Entry::id).toList(), depth, unfinished.size()));
        return script.run(entries, ledger, depth);
    }

    /** Takes all in one shipment, and says so. */
    static List<Unsettled> take(List<Entry> entries, Ledger ledger) throws LedgerException {
        List<UUID> ids = entries.stream().map(Entry::id).toList();
        Shipment shipment = new Shipment(UUID.randomUUID(), Optional.empty(), false, ids, Optional.empty());
        ledger.sending(shipment);
        ledger.taken(shipment.taken("there"));
        return left(entries, Unsettled.Why.TAKEN, "wait");
    }

    static List<Unsettled> left(List<Entry> entries, Unsettled.Why why, String words) {
        return entries.stream()
                .map(each -> new Unsettled(each.id(), why, words))
                .toList();
    }
}
