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
import java.util.List;

/**
 * Registers devices with Intune by their hardware hash: imports them through Graph v1.0, follows each until it is among
 * the registered devices or refused, and removes Intune's record of the import afterwards. May be used by one thread at
 * a time.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/intune-enrollment-importedwindowsautopilotdeviceidentity-import">
 *     import action</a>
 */
public final class IntuneRegistrar implements Registrar {

    private final Graph graph;
    private final IntuneOptions options;
    private final Pace pace;

    /**
     * Makes one; connects to nothing yet.
     *
     * @param calls to Graph
     * @param options what is wanted beyond the registration
     * @param pace by which time passes
     */
    public IntuneRegistrar(Calls calls, IntuneOptions options, Pace pace) {
        this.graph = new Graph(calls, pace);
        this.options = options;
        this.pace = pace;
    }

    @Override
    public List<Unsettled> register(
            List<Entry> entries, List<Shipment> unfinished, Ledger ledger, Depth depth, Deadline deadline)
            throws LedgerException {
        OpenEntries open = new OpenEntries(entries, ledger);
        if (options.deviceName().isPresent() && entries.size() > 1) {
            return open.left(
                    Why.NEEDS_MENDING,
                    "one name was given for " + entries.size() + " devices; send the device that shall have it alone");
        }
        return new IntuneRun(graph, options, pace, open, ledger, depth, deadline).run(unfinished);
    }
}
