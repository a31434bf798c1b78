// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.graph.GraphAnswer.Done;
import dev.hwhash.registration.graph.GraphAnswer.Refusal;
import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sends devices in calls, each of which the ledger knows before it goes. */
final class Sender {

    /** Malformed, too large, not to be processed: one device may be the cause, or their number. */
    private static final Set<Integer> OF_ITS_CONTENT = Set.of(400, 413, 422);

    /** As many devices, and none was taken: then it is not the devices. */
    private static final int MOST_REFUSED = 5;

    private final Graph graph;
    private final ImportCall call;
    private final OpenEntries open;
    private final Ledger ledger;
    private final Deadline deadline;
    private int refused;
    private boolean takes;

    Sender(Graph graph, ImportCall call, OpenEntries open, Ledger ledger, Deadline deadline) {
        this.graph = graph;
        this.call = call;
        this.open = open;
        this.ledger = ledger;
        this.deadline = deadline;
    }

    /**
     * Sends devices.
     *
     * @param entries which have certainly not arrived
     * @return those that may have arrived, and of which nothing is known
     */
    List<Entry> send(List<Entry> entries) throws GraphException, LedgerException {
        List<Entry> doubtful = new ArrayList<>();
        Deque<List<Entry>> waiting = new ArrayDeque<>(Chunks.of(entries, Chunks.MOST));
        while (!waiting.isEmpty()) {
            requireTime();
            List<Entry> chunk = waiting.removeFirst();
            Shipment shipment = shipment(chunk);
            ledger.sending(shipment);
            Optional<GraphAnswer> answer = answer(chunk, shipment);
            if (answer.isEmpty()) {
                doubtful.addAll(chunk);
            } else if (answer.get() instanceof Done done) {
                ledger.taken(shipment.taken(call.tracking(chunk, done.body())));
                takes = true;
                call.taken(chunk, done.body());
            } else {
                ledger.notTaken(shipment);
                divide(chunk, (Refusal) answer.get()).forEach(waiting::addFirst);
            }
        }
        return doubtful;
    }

    /** Returns no answer where it was lost and the devices may have arrived. */
    private Optional<GraphAnswer> answer(List<Entry> chunk, Shipment shipment) throws GraphException, LedgerException {
        try {
            return Optional.of(graph.post(call.path(), call.body(chunk), deadline));
        } catch (GraphException e) {
            if (e.mayHaveArrived()) {
                return Optional.empty();
            }
            ledger.notTaken(shipment);
            throw e;
        }
    }

    private void requireTime() throws GraphException {
        if (deadline.over()) {
            throw new GraphException(Why.DEADLINE, "the time was up before all devices were sent", false);
        }
    }

    private static Shipment shipment(List<Entry> chunk) {
        List<UUID> devices = chunk.stream().map(Entry::id).toList();
        return new Shipment(UUID.randomUUID(), Optional.empty(), false, devices, Optional.empty());
    }

    /** Finds the one that has the whole call refused by halves. */
    private List<List<Entry>> divide(List<Entry> chunk, Refusal refusal) throws GraphException, LedgerException {
        if (!OF_ITS_CONTENT.contains(refusal.status()) || (!takes && refused >= MOST_REFUSED)) {
            throw Graph.refused(refusal);
        }
        if (chunk.size() == 1) {
            refused++;
            open.end(
                    chunk.get(0).id(),
                    new Fate.Refused(refusal.code(), "", "Graph refuses the device: " + refusal.words()));
            return List.of();
        }
        int half = chunk.size() / 2;
        return List.of(chunk.subList(half, chunk.size()), chunk.subList(0, half));
    }
}
