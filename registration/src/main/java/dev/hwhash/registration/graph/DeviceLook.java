// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.graph.Watch.Stage;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One look at the registered devices, for what is imported or was there already. */
final class DeviceLook {

    /** After this a device is looked for by its serial number where Intune does not tell its id. */
    private static final Duration NO_ID = Duration.ofMinutes(1);

    private final RegisteredDevices registered;
    private final Watches watches;
    private final Settlement settlement;
    private final Deadline deadline;

    DeviceLook(Graph graph, Watches watches, Settlement settlement, Deadline deadline) {
        this.registered = new RegisteredDevices(graph);
        this.watches = watches;
        this.settlement = settlement;
        this.deadline = deadline;
    }

    void look() throws GraphException, LedgerException {
        lookById();
        lookBySerial();
    }

    private void lookById() throws GraphException, LedgerException {
        Set<String> wanted = new HashSet<>();
        watches.all().forEach(watch -> id(watch).ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, RegisteredDevice> found = registered.withIds(wanted, deadline);
        for (Watch watch : watches.all()) {
            Optional<RegisteredDevice> device = id(watch).flatMap(id -> Optional.ofNullable(found.get(id)));
            if (device.isPresent()) {
                settlement.seen(watch, device.get());
            }
        }
    }

    private void lookBySerial() throws GraphException, LedgerException {
        Set<String> wanted = new HashSet<>();
        watches.all().forEach(watch -> serial(watch).ifPresent(wanted::add));
        Map<String, List<RegisteredDevice>> found =
                wanted.isEmpty() ? Map.of() : registered.withSerials(wanted, deadline);
        for (Watch watch : watches.all()) {
            List<RegisteredDevice> devices = serial(watch)
                    .map(serial -> found.getOrDefault(serial, List.of()))
                    .orElse(List.of());
            if (watch.stage() instanceof Stage.AlreadyThere there) {
                settlement.alreadyThere(watch, there, devices);
            } else if (watch.stage() instanceof Stage.Gone && devices.size() == 1) {
                settlement.alreadyThere(watch, new Stage.AlreadyThere(Optional.empty()), devices);
            } else if (watch.stage() instanceof Stage.Imported && devices.size() == 1) {
                settlement.seen(watch, devices.get(0));
            }
        }
    }

    private static Optional<String> id(Watch watch) {
        if (watch.stage() instanceof Stage.Imported imported) {
            return imported.deviceId();
        }
        return watch.stage() instanceof Stage.Changing changing ? Optional.of(changing.deviceId()) : Optional.empty();
    }

    private Optional<String> serial(Watch watch) {
        boolean there = watch.stage() instanceof Stage.AlreadyThere || watch.stage() instanceof Stage.Gone;
        boolean withoutId = watch.stage() instanceof Stage.Imported imported
                && imported.deviceId().isEmpty()
                && watches.waited(watch).compareTo(NO_ID) > 0;
        return there || withoutId ? Device.serial(watch.entry()) : Optional.empty();
    }
}
