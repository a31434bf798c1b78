// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The devices that the tenant has. For a few each is asked for, for many the whole list is read. */
final class RegisteredDevices {

    private static final int FEW = 20;

    private final Graph graph;
    private final Listing listing;

    RegisteredDevices(Graph graph) {
        this.graph = graph;
        this.listing = new Listing(graph, Paths.VERSION);
    }

    /** Returns those with these serial numbers, compared exactly; there may be several with one. */
    Map<String, List<RegisteredDevice>> withSerials(Set<String> serials, Deadline deadline) throws GraphException {
        Map<String, Map<String, RegisteredDevice>> found = new HashMap<>();
        Consumer<RegisteredDevice> note = device -> {
            String serial = device.serialNumber().strip();
            if (serials.contains(serial)) {
                found.computeIfAbsent(serial, key -> new HashMap<>()).put(device.id(), device);
            }
        };
        if (serials.size() > FEW) {
            each(Paths.REGISTERED, note, deadline);
        } else {
            for (String serial : serials) {
                each(Paths.registeredWithSerial(Device.searchable(serial)), note, deadline);
            }
        }
        Map<String, List<RegisteredDevice>> lists = new HashMap<>();
        found.forEach((serial, devices) -> lists.put(serial, new ArrayList<>(devices.values())));
        return lists;
    }

    /** Returns those with these ids. */
    Map<String, RegisteredDevice> withIds(Set<String> ids, Deadline deadline) throws GraphException {
        Map<String, RegisteredDevice> found = new HashMap<>();
        Consumer<RegisteredDevice> note = device -> {
            if (ids.contains(device.id())) {
                found.put(device.id(), device);
            }
        };
        if (ids.size() > FEW) {
            each(Paths.REGISTERED, note, deadline);
            return found;
        }
        for (String id : ids) {
            graph.find(Paths.registered(id), deadline)
                    .map(RegisteredDevice::read)
                    .ifPresent(note);
        }
        return found;
    }

    private void each(String path, Consumer<RegisteredDevice> note, Deadline deadline) throws GraphException {
        listing.read(path, Paths.REGISTERED, node -> note.accept(RegisteredDevice.read(node)), deadline);
    }
}
