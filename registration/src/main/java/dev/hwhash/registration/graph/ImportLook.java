// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.DeviceError;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.graph.Watch.Stage;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One look at the imports that go on. */
final class ImportLook {

    /** Longer than Intune's list has been seen to lag behind. */
    private static final Duration GONE = Duration.ofMinutes(2);

    private final ImportedDevices imported;
    private final Watches watches;
    private final Deadline deadline;

    ImportLook(Graph graph, Watches watches, Deadline deadline) {
        this.imported = new ImportedDevices(graph);
        this.watches = watches;
        this.deadline = deadline;
    }

    void look() throws GraphException, LedgerException {
        Map<UUID, Set<String>> wanted = new HashMap<>();
        for (Watch watch : watches.all()) {
            if (isOpen(watch.stage())) {
                wanted.put(watch.entry().id(), watch.records());
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<UUID, List<ImportRecord>> found = imported.find(wanted, deadline);
        for (Watch watch : watches.all()) {
            if (wanted.containsKey(watch.entry().id())) {
                go(watch, found.getOrDefault(watch.entry().id(), List.of()));
            }
        }
    }

    private static boolean isOpen(Stage stage) {
        return stage instanceof Stage.Importing
                || stage instanceof Stage.Gone
                || (stage instanceof Stage.Imported imported
                        && imported.deviceId().isEmpty());
    }

    private void go(Watch watch, List<ImportRecord> records) throws LedgerException {
        if (records.isEmpty()) {
            missing(watch);
            return;
        }
        ImportRecord best = records.stream()
                .max(Comparator.comparingInt(record -> record.state().rank()))
                .orElseThrow();
        Watch knowing = watch.knowing(records);
        if (best.state() instanceof ImportState.Complete complete) {
            watches.move(
                    knowing,
                    new Stage.Imported(complete.deviceId()),
                    "the import is complete; the registered device is not to be seen yet");
        } else if (best.state() instanceof ImportState.Ongoing ongoing) {
            watches.move(knowing, watch.stage(), "Intune has not decided yet; it says " + ongoing.status());
        } else {
            failed(knowing, (ImportState.Failed) best.state());
        }
    }

    private void missing(Watch watch) {
        if (watches.waited(watch).compareTo(GONE) > 0 && watch.stage() instanceof Stage.Importing) {
            watches.move(
                    watch,
                    new Stage.Gone(),
                    "Intune's record of the import is gone, and no registered device has its serial number; run this"
                            + " again, and the device is looked for and sent again");
        }
    }

    private void failed(Watch watch, ImportState.Failed failure) throws LedgerException {
        boolean there = DeviceError.of(failure.code(), failure.name())
                .filter(error -> error == DeviceError.ALREADY_ASSIGNED || error == DeviceError.DUPLICATED)
                .isPresent();
        if (there) {
            watches.move(
                    watch,
                    new Stage.AlreadyThere(Optional.of(failure)),
                    "the device is registered with this tenant already; it is not to be seen yet");
            return;
        }
        watches.end(
                watch,
                new Fate.Refused(
                        DeviceError.shortest(failure.code(), failure.name()),
                        failure.name(),
                        DeviceError.words(failure.code(), failure.name())));
    }
}
