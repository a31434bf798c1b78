// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Inventory;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All Autopilot devices of a tenant, page by page. May be used by one thread at a time.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/intune-enrollment-windowsautopilotdeviceidentity-list">
 *     List windowsAutopilotDeviceIdentities</a>
 */
public final class IntuneInventory implements Inventory {

    private final Listing listing;

    /**
     * Makes one; connects to nothing yet.
     *
     * @param calls to Graph
     * @param pace by which time passes
     */
    public IntuneInventory(Calls calls, Pace pace) {
        listing = new Listing(new Graph(calls, pace), Paths.VERSION);
    }

    @Override
    public Stock look(Set<String> batches, Deadline deadline) {
        List<Item> items = new ArrayList<>();
        try {
            listing.read(
                    Paths.REGISTERED,
                    node -> {
                        RegisteredDevice device = RegisteredDevice.read(node);
                        items.add(new Item(device.id(), device.serialNumber()));
                    },
                    deadline);
            return new Stock.Whole(items, true);
        } catch (GraphException e) {
            return new Stock.NotKnown(e.why(), e.getMessage());
        }
    }
}
