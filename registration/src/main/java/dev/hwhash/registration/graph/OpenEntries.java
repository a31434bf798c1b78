// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The devices of a run that have no end yet, and what was seen of each last. */
final class OpenEntries {

    private final Map<UUID, Entry> open = new LinkedHashMap<>();
    private final Map<UUID, String> seen = new HashMap<>();
    private final Ledger ledger;

    OpenEntries(List<Entry> entries, Ledger ledger) {
        entries.forEach(entry -> open.put(entry.id(), entry));
        this.ledger = ledger;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    List<Entry> all() {
        return List.copyOf(open.values());
    }

    /** Returns those of the ids that are open, in the order of the run. */
    List<Entry> among(Collection<UUID> ids) {
        return open.values().stream().filter(entry -> ids.contains(entry.id())).toList();
    }

    void end(UUID device, Fate fate) throws LedgerException {
        ledger.ended(device, fate);
        open.remove(device);
        seen.remove(device);
    }

    /** Ends those for which there is a reason without asking anybody. */
    void endUnfit(Function<Entry, Optional<Fate>> reason) throws LedgerException {
        for (Entry entry : all()) {
            Optional<Fate> fate = reason.apply(entry);
            if (fate.isPresent()) {
                end(entry.id(), fate.get());
            }
        }
    }

    /** Keeps what was seen of a device, in words for somebody who asks why it has no end. */
    void saw(UUID device, String words) {
        seen.put(device, words);
    }

    /** Returns what is left, each with what was seen of it, or else with these words. */
    List<Unsettled> left(Why why, String otherwise) {
        return left(why, device -> seen.getOrDefault(device, otherwise));
    }

    /** Returns what is left after something that is the same for all. */
    List<Unsettled> leftBy(GraphException reason) {
        return left(
                reason.why(),
                device -> reason.getMessage()
                        + Optional.ofNullable(seen.get(device))
                                .map(words -> "; seen last: " + words)
                                .orElse(""));
    }

    private List<Unsettled> left(Why why, Function<UUID, String> words) {
        List<Unsettled> left = new ArrayList<>();
        for (UUID device : open.keySet()) {
            left.add(new Unsettled(device, why, words.apply(device)));
        }
        return left;
    }
}
