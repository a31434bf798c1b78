// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Intune's records of imports. For a few devices each is asked for, for many the whole list is read. */
final class ImportedDevices {

    private static final int FEW = 20;

    private final Graph graph;
    private final Listing listing;

    ImportedDevices(Graph graph) {
        this.graph = graph;
        this.listing = new Listing(graph, Paths.VERSION);
    }

    /**
     * Looks for imports of ours.
     *
     * @param wanted the ids of the imports, each with the ids of the records that are known of it
     * @param deadline when to give up
     * @return the records that were found, none for an import of which there is none
     */
    Map<UUID, List<ImportRecord>> find(Map<UUID, Set<String>> wanted, Deadline deadline) throws GraphException {
        Map<UUID, List<ImportRecord>> found = new HashMap<>();
        if (wanted.size() > FEW) {
            Map<String, UUID> owners = owners(wanted);
            each(Paths.IMPORTED, record -> note(record, owners, found), deadline);
            return found;
        }
        for (Map.Entry<UUID, Set<String>> one : wanted.entrySet()) {
            List<ImportRecord> records = new ArrayList<>(byId(one.getValue(), deadline));
            if (records.isEmpty()) {
                records.addAll(byImportId(one.getKey(), deadline));
            }
            if (!records.isEmpty()) {
                found.put(one.getKey(), records);
            }
        }
        return found;
    }

    /** Looks for imports of these serial numbers, whoever made them. */
    List<ImportRecord> withSerials(Set<String> serials, Deadline deadline) throws GraphException {
        List<ImportRecord> found = new ArrayList<>();
        Consumer<ImportRecord> note = record -> {
            if (serials.contains(record.serialNumber().strip())) {
                found.add(record);
            }
        };
        if (serials.size() > FEW) {
            each(Paths.IMPORTED, note, deadline);
            return found;
        }
        for (String serial : serials) {
            each(Paths.importedWithSerial(Device.searchable(serial)), note, deadline);
        }
        return found;
    }

    private List<ImportRecord> byId(Set<String> ids, Deadline deadline) throws GraphException {
        List<ImportRecord> found = new ArrayList<>();
        for (String id : ids) {
            graph.find(Paths.imported(id), deadline)
                    .map(ImportRecord::read)
                    .filter(record -> record.id().equals(id))
                    .ifPresent(found::add);
        }
        return found;
    }

    private List<ImportRecord> byImportId(UUID importId, Deadline deadline) throws GraphException {
        List<ImportRecord> found = new ArrayList<>();
        Consumer<ImportRecord> note = record -> {
            if (record.importId().equalsIgnoreCase(importId.toString())) {
                found.add(record);
            }
        };
        each(Paths.importedWithImportId(importId.toString()), note, deadline);
        return found;
    }

    private void each(String path, Consumer<ImportRecord> note, Deadline deadline) throws GraphException {
        Set<String> seen = new HashSet<>();
        listing.read(
                path,
                Paths.IMPORTED,
                node -> {
                    ImportRecord record = ImportRecord.read(node);
                    if (seen.add(record.id())) {
                        note.accept(record);
                    }
                },
                deadline);
    }

    /** Whose a record is, by the id of the import as by its own. */
    private static Map<String, UUID> owners(Map<UUID, Set<String>> wanted) {
        Map<String, UUID> owners = new HashMap<>();
        wanted.forEach((importId, records) -> {
            owners.put(importId.toString(), importId);
            records.forEach(record -> owners.put(record, importId));
        });
        return owners;
    }

    private static void note(ImportRecord record, Map<String, UUID> owners, Map<UUID, List<ImportRecord>> found) {
        UUID owner = owners.getOrDefault(record.importId().toLowerCase(Locale.ROOT), owners.get(record.id()));
        if (owner != null) {
            found.computeIfAbsent(owner, key -> new ArrayList<>()).add(record);
        }
    }
}
