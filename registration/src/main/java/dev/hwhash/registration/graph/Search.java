// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Looks for devices that may have arrived: by the id of their import, several times, as Intune's list may lag behind;
 * then by serial number.
 */
final class Search {

    /** A minute in all. */
    private static final List<Duration> LOOKS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(9),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15));

    private final ImportedDevices imported;
    private final RegisteredDevices registered;
    private final Watches watches;
    private final OpenEntries open;
    private final Deadline deadline;

    Search(Graph graph, Watches watches, OpenEntries open, Deadline deadline) {
        this.imported = new ImportedDevices(graph);
        this.registered = new RegisteredDevices(graph);
        this.watches = watches;
        this.open = open;
        this.deadline = deadline;
    }

    /**
     * Has those that are there watched.
     *
     * @param doubtful what may have arrived
     * @param records the ids of records that are known of it
     * @return those that are not there
     */
    List<Entry> missing(List<Entry> doubtful, Map<UUID, Set<String>> records) throws GraphException {
        doubtful.forEach(entry -> open.saw(entry.id(), "the device may have been sent; it was not found yet"));
        List<Entry> missing = doubtful;
        for (Duration pause : LOOKS) {
            if (missing.isEmpty()) {
                return missing;
            }
            if (!pause.isZero() && !deadline.pause(pause)) {
                throw new GraphException(
                        Why.DEADLINE, "the time was up while devices were looked for that may have been sent", false);
            }
            missing = notImported(missing, records);
        }
        return notRegistered(notImportedBySerial(missing));
    }

    private List<Entry> notImported(List<Entry> doubtful, Map<UUID, Set<String>> records) throws GraphException {
        Map<UUID, Set<String>> wanted = new HashMap<>();
        doubtful.forEach(entry -> wanted.put(entry.id(), records.getOrDefault(entry.id(), Set.of())));
        Map<UUID, List<ImportRecord>> found = imported.find(wanted, deadline);
        List<Entry> missing = new ArrayList<>();
        for (Entry entry : doubtful) {
            List<ImportRecord> its = found.getOrDefault(entry.id(), List.of());
            if (its.isEmpty()) {
                missing.add(entry);
            } else {
                watch(entry, its);
            }
        }
        return missing;
    }

    /** Where a cloud does not keep the id of the import: a record that nobody else has named, and that still goes on. */
    private List<Entry> notImportedBySerial(List<Entry> doubtful) throws GraphException {
        Map<String, Entry> serials = bySerial(doubtful);
        List<Entry> missing = new ArrayList<>(doubtful);
        if (serials.isEmpty()) {
            return missing;
        }
        for (ImportRecord record : imported.withSerials(serials.keySet(), deadline)) {
            Optional<Entry> entry =
                    Optional.ofNullable(serials.get(record.serialNumber().strip()));
            if (record.ofUnknownOrigin()
                    && !(record.state() instanceof ImportState.Failed)
                    && entry.isPresent()
                    && missing.remove(entry.get())) {
                watch(entry.get(), List.of(record));
            }
        }
        return missing;
    }

    private List<Entry> notRegistered(List<Entry> doubtful) throws GraphException {
        Map<String, Entry> serials = bySerial(doubtful);
        List<Entry> missing = new ArrayList<>(doubtful);
        if (serials.isEmpty()) {
            return missing;
        }
        registered.withSerials(serials.keySet(), deadline).forEach((serial, devices) -> {
            Entry entry = serials.get(serial);
            if (devices.size() == 1 && entry != null) {
                missing.remove(entry);
                Watch.Stage stage = new Watch.Stage.AlreadyThere(Optional.empty());
                watches.move(
                        Watch.of(entry, Set.of(), watches.now()),
                        stage,
                        "the tenant has a device of its serial number");
            }
        });
        return missing;
    }

    private void watch(Entry entry, List<ImportRecord> records) {
        watches.put(Watch.of(entry, Set.of(), watches.now()).knowing(records));
        open.saw(entry.id(), "Intune has the device and has not decided yet");
    }

    /** Only where one device has the serial number. */
    private static Map<String, Entry> bySerial(List<Entry> entries) {
        Map<String, Entry> alone = new TreeMap<>();
        Map<String, Entry> again = new HashMap<>();
        for (Entry entry : entries) {
            Device.serial(entry).ifPresent(serial -> {
                if (alone.putIfAbsent(serial, entry) != null) {
                    again.put(serial, entry);
                }
            });
        }
        alone.keySet().removeAll(again.keySet());
        return alone;
    }
}
