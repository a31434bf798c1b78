// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.graph.GraphAnswer.Refusal;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deletes what the tenant has of devices that shall be imported anew, and waits until it is gone.
 *
 * @see <a href="https://learn.microsoft.com/autopilot/add-devices">Manually register devices, delete</a>
 */
final class Replacement {

    /** Microsoft says that it can take about this long until a deletion shows. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Graph graph;
    private final RegisteredDevices registered;
    private final OpenEntries open;
    private final Deadline deadline;
    private final Pace pace;

    Replacement(Graph graph, OpenEntries open, Deadline deadline, Pace pace) {
        this.graph = graph;
        this.registered = new RegisteredDevices(graph);
        this.open = open;
        this.deadline = deadline;
        this.pace = pace;
    }

    /** Makes room for these devices; those for which that must not or cannot be end here. */
    void makeRoom(List<Entry> entries) throws GraphException, LedgerException {
        Set<String> serials = new HashSet<>();
        entries.forEach(entry -> Device.serial(entry).ifPresent(serials::add));
        if (serials.isEmpty()) {
            return;
        }
        Map<String, List<RegisteredDevice>> found = registered.withSerials(serials, deadline);
        Set<String> removed = new HashSet<>();
        for (Entry entry : entries) {
            String serial = Device.serial(entry).orElse("");
            List<RegisteredDevice> devices = found.getOrDefault(serial, List.of());
            if (!devices.isEmpty() && !removed.contains(serial) && remove(entry, devices)) {
                removed.add(serial);
            }
        }
        await(removed);
    }

    private boolean remove(Entry entry, List<RegisteredDevice> devices) throws GraphException, LedgerException {
        if (devices.size() > 1) {
            refuse(
                    entry,
                    "ambiguous",
                    devices.size() + " registered devices have its serial number; delete the right one in Intune");
            return false;
        }
        if (devices.get(0).enrolled()) {
            refuse(
                    entry,
                    "enrolled",
                    "the device is enrolled in Intune, and its registration is not deleted under it;"
                            + " delete the device in Intune first, then run this again");
            return false;
        }
        open.saw(entry.id(), "its registration is being deleted; it was not imported anew yet");
        if (graph.delete(Paths.registered(devices.get(0).id()), deadline) instanceof Refusal refusal) {
            refuse(
                    entry,
                    "not-deleted",
                    "Graph refuses to delete its registration (" + refusal.status() + " " + refusal.code() + ": "
                            + refusal.words() + "); a partner who registered it has to delete it");
            return false;
        }
        return true;
    }

    private void refuse(Entry entry, String code, String words) throws LedgerException {
        open.end(entry.id(), new Fate.Refused(code, "", words));
    }

    private void await(Set<String> removed) throws GraphException {
        long start = pace.nanos();
        Duration waited = Duration.ZERO;
        while (!removed.isEmpty()) {
            removed.retainAll(registered.withSerials(removed, deadline).keySet());
            waited = Duration.ofNanos(pace.nanos() - start);
            boolean again =
                    waited.compareTo(LONGEST) < 0 && deadline.pause(PollInterval.after(waited, deadline.left()));
            if (!removed.isEmpty() && !again) {
                throw new GraphException(
                        Why.DEADLINE,
                        "the deleted registration still shows; run this again, and the devices are imported anew",
                        false);
            }
        }
    }
}
