// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells Intune which devices belong to the organisation, by manufacturer, model and serial number: what Windows Autopilot
 * device preparation asks for. By Graph's beta, which alone has it. May be used by one thread at a time.
 *
 * @see <a href="https://learn.microsoft.com/intune/device-enrollment/add-corporate-identifiers">Corporate
 *     identifiers</a>
 */
public final class CorporateIdentifierRegistrar implements Registrar {

    private static final int MOST_SENDINGS = 3;

    private final Graph graph;

    /**
     * Makes one; connects to nothing yet.
     *
     * @param calls to Graph
     * @param pace by which time passes
     */
    public CorporateIdentifierRegistrar(Calls calls, Pace pace) {
        this.graph = new Graph(calls, pace);
    }

    /** The answer to the import is the end of each device, whatever the depth. */
    @Override
    public List<Unsettled> register(
            List<Entry> entries, List<Shipment> unfinished, Ledger ledger, Depth depth, Deadline deadline)
            throws LedgerException {
        OpenEntries open = new OpenEntries(entries, ledger);
        open.endUnfit(Fitness::lackOfNames);
        CorporateIdentifiers identifiers = new CorporateIdentifiers(graph);
        ImportCall call = new CorporateIdentifierImport(identifiers, open, deadline);
        Sender sender = new Sender(graph, call, open, ledger, deadline);
        try {
            endThose(identifiers, open, open.among(devices(unfinished)), deadline);
            List<Entry> waiting = open.all();
            for (int made = 0; made < MOST_SENDINGS && !waiting.isEmpty(); made++) {
                List<Entry> lost = sender.send(waiting);
                endThose(identifiers, open, lost, deadline);
                waiting = new ArrayList<>(lost);
                waiting.retainAll(open.all());
            }
            return open.left(Why.UNREACHABLE, "the answers to several imports were lost; look at the way to Graph");
        } catch (GraphException e) {
            return open.leftBy(e);
        }
    }

    /** An import leaves alone what is there, so a late one does no harm and one look is enough. */
    private static void endThose(
            CorporateIdentifiers identifiers, OpenEntries open, List<Entry> doubtful, Deadline deadline)
            throws GraphException, LedgerException {
        for (Map.Entry<UUID, String> found :
                identifiers.find(doubtful, deadline).entrySet()) {
            open.end(found.getKey(), CorporateIdentifierImport.already(found.getValue()));
        }
    }

    private static Set<UUID> devices(List<Shipment> unfinished) {
        Set<UUID> devices = new HashSet<>();
        unfinished.forEach(shipment -> devices.addAll(shipment.devices()));
        return devices;
    }
}
