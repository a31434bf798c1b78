// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.retry.Deadline;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The corporate identifiers that the tenant has. For a few each is asked for, for many the whole list is read. */
final class CorporateIdentifiers {

    private static final int FEW = 20;

    private final Listing listing;

    CorporateIdentifiers(Graph graph) {
        this.listing = new Listing(graph, BetaPaths.VERSION);
    }

    /** Returns the ids of those that are there; compared in the form in which Intune keeps them. */
    Map<UUID, String> find(List<Entry> entries, Deadline deadline) throws GraphException {
        Map<String, String> ids = new HashMap<>();
        Consumer<JsonNode> note = node -> ids.putIfAbsent(
                CorporateIdentifier.normalised(
                        node.path("importedDeviceIdentifier").stringValue("")),
                node.path("id").stringValue(""));
        if (entries.size() > FEW) {
            listing.read(BetaPaths.IDENTIFIERS, note, deadline);
        } else {
            for (Entry entry : entries) {
                listing.read(BetaPaths.identifiersWith(searchable(entry)), BetaPaths.IDENTIFIERS, note, deadline);
            }
        }
        Map<UUID, String> found = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String id = ids.get(CorporateIdentifier.normalised(CorporateIdentifier.of(entry)));
            if (id != null) {
                found.put(entry.id(), id);
            }
        }
        return found;
    }

    /** As Intune keeps it: letters and digits only. */
    private static String searchable(Entry entry) {
        return CorporateIdentifier.normalised(CorporateIdentifier.component(entry, Field.SERIAL_NUMBER))
                .replace(",", "");
    }
}
