// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The import of devices by their hash: its answer only says that Intune will look at them. */
final class IntuneImport implements ImportCall {

    private static final String SEPARATOR = ",";

    private final Watches watches;
    private final OpenEntries open;

    IntuneImport(Watches watches, OpenEntries open) {
        this.watches = watches;
        this.open = open;
    }

    @Override
    public String path() {
        return Paths.IMPORT;
    }

    @Override
    public JsonNode body(List<Entry> entries) {
        return ImportBody.of(entries);
    }

    /** The ids of Intune's records, in the order of the devices; nothing between two separators where one is missing. */
    @Override
    public String tracking(List<Entry> entries, JsonNode answer) {
        Map<UUID, String> records = records(entries, answer);
        return String.join(
                SEPARATOR,
                entries.stream()
                        .map(entry -> records.getOrDefault(entry.id(), ""))
                        .toList());
    }

    @Override
    public void taken(List<Entry> entries, JsonNode answer) {
        Map<UUID, String> records = records(entries, answer);
        for (Entry entry : entries) {
            Optional<String> record = Optional.ofNullable(records.get(entry.id()));
            watches.put(Watch.of(entry, record.map(Set::of).orElse(Set.of()), watches.now()));
            open.saw(entry.id(), "Intune has taken the device and has not decided yet");
        }
    }

    /** Reads what {@link #tracking} has written. */
    static Map<UUID, Set<String>> read(List<UUID> devices, String tracking) {
        String[] records = tracking.split(SEPARATOR, -1);
        Map<UUID, Set<String>> known = new HashMap<>();
        for (int i = 0; i < devices.size() && i < records.length; i++) {
            if (!records[i].isEmpty()) {
                known.computeIfAbsent(devices.get(i), key -> new HashSet<>()).add(records[i]);
            }
        }
        return known;
    }

    /** By the id of the import, or by a serial number that one of them has alone. */
    private static Map<UUID, String> records(List<Entry> entries, JsonNode answer) {
        List<ImportRecord> answered = new ArrayList<>();
        answer.path("value").values().forEach(node -> answered.add(ImportRecord.read(node)));
        Map<UUID, String> records = new HashMap<>();
        for (Entry entry : entries) {
            answered.stream()
                    .filter(record -> isOf(entry, record))
                    .map(ImportRecord::id)
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .ifPresent(id -> records.put(entry.id(), id));
        }
        return records;
    }

    private static boolean isOf(Entry entry, ImportRecord record) {
        boolean byImport = record.importId().equalsIgnoreCase(entry.id().toString());
        String serial = Device.value(entry, Field.SERIAL_NUMBER);
        // One call has no serial number twice, placeholders aside.
        return byImport
                || (record.ofUnknownOrigin()
                        && Device.serial(entry).isPresent()
                        && Device.isSerial(serial.strip(), record.serialNumber()));
    }
}
