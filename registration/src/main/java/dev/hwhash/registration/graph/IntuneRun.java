// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.graph.IntuneOptions.Existing;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One run of the registrar: look for what may have arrived, send the rest, follow all. */
final class IntuneRun {

    /** After as many lost answers the way itself is what has to be mended. */
    private static final int MOST_SENDINGS = 3;

    /** A device that the tenant is said to have may stay unseen for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Graph graph;
    private final IntuneOptions options;
    private final Pace pace;
    private final OpenEntries open;
    private final Ledger ledger;
    private final Depth depth;
    private final Deadline deadline;
    private final Sweep sweep;
    private final Watches watches;

    IntuneRun(
            Graph graph,
            IntuneOptions options,
            Pace pace,
            OpenEntries open,
            Ledger ledger,
            Depth depth,
            Deadline deadline) {
        this.graph = graph;
        this.options = options;
        this.pace = pace;
        this.open = open;
        this.ledger = ledger;
        this.depth = depth;
        this.deadline = deadline;
        this.sweep = new Sweep(graph, pace);
        this.watches = new Watches(open, sweep, pace);
    }

    List<Unsettled> run(List<Shipment> unfinished) throws LedgerException {
        open.endUnfit(Fitness::lackOfHash);
        try {
            send(unfinished);
            if (depth == Depth.ENDED) {
                follow();
            }
        } catch (GraphException e) {
            return open.leftBy(e);
        }
        sweep.finish(deadline);
        return open.left(depth == Depth.SENT ? Why.TAKEN : Why.DEADLINE, "Intune has the device and has not decided");
    }

    private void send(List<Shipment> unfinished) throws GraphException, LedgerException {
        Map<UUID, Set<String>> records = records(unfinished);
        List<Entry> doubtful = open.among(records.keySet());
        List<Entry> unsent = new ArrayList<>(open.all());
        unsent.removeAll(doubtful);
        Search search = new Search(graph, watches, open, deadline);
        unsent.addAll(0, search.missing(doubtful, records));
        lookOnce();
        makeRoom(unsent, doubtful);
        Sender sender = new Sender(graph, new IntuneImport(watches, open), open, ledger, deadline);
        List<Entry> lost = sender.send(stillOpen(unsent));
        for (int made = 1; made < MOST_SENDINGS && !lost.isEmpty(); made++) {
            lost = sender.send(search.missing(lost, Map.of()));
        }
        requireFound(search.missing(lost, Map.of()));
    }

    /** What earlier runs have sent may be over; asked once before the new ones, which are not so soon. */
    private void lookOnce() throws GraphException, LedgerException {
        if (depth == Depth.SENT && !watches.isEmpty()) {
            look(Duration.ZERO);
        }
    }

    /** What may have arrived before was sent after room was made for it. */
    private void makeRoom(List<Entry> unsent, List<Entry> doubtful) throws GraphException, LedgerException {
        if (options.existing() == Existing.REPLACE) {
            List<Entry> fresh = new ArrayList<>(unsent);
            fresh.removeAll(doubtful);
            new Replacement(graph, open, deadline, pace).makeRoom(fresh);
        }
    }

    private List<Entry> stillOpen(List<Entry> entries) {
        return open.among(entries.stream().map(Entry::id).toList());
    }

    private static void requireFound(List<Entry> lost) throws GraphException {
        if (!lost.isEmpty()) {
            throw new GraphException(
                    Why.UNREACHABLE, "the answers to several imports were lost; look at the way to Graph", true);
        }
    }

    private void follow() throws GraphException, LedgerException {
        long start = pace.nanos();
        boolean goesOn = true;
        while (goesOn && !watches.isEmpty()) {
            look(PATIENCE);
            goesOn = watches.isEmpty() || rest(Duration.ofNanos(pace.nanos() - start));
        }
    }

    private void look(Duration patience) throws GraphException, LedgerException {
        Settlement settlement = new Settlement(graph, watches, options, patience, deadline);
        new ImportLook(graph, watches, deadline).look();
        new DeviceLook(graph, watches, settlement, deadline).look();
    }

    /** Tidies up meanwhile; false where the time is up. */
    private boolean rest(Duration waited) {
        Duration interval = PollInterval.after(waited, deadline.left());
        Deadline slot = new Deadline(interval, pace);
        sweep.during(slot);
        return deadline.pause(slot.left());
    }

    private static Map<UUID, Set<String>> records(List<Shipment> unfinished) {
        Map<UUID, Set<String>> records = new HashMap<>();
        for (Shipment shipment : unfinished) {
            shipment.devices().forEach(device -> records.computeIfAbsent(device, key -> new HashSet<>()));
            shipment.tracking()
                    .ifPresent(tracking -> IntuneImport.read(shipment.devices(), tracking)
                            .forEach((device, ids) -> records.computeIfAbsent(device, key -> new HashSet<>())
                                    .addAll(ids)));
        }
        return records;
    }
}
