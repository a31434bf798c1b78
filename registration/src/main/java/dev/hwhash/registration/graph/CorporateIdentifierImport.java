// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The import of corporate identifiers: its answer tells the end of each. */
final class CorporateIdentifierImport implements ImportCall {

    private final CorporateIdentifiers identifiers;
    private final OpenEntries open;
    private final Deadline deadline;

    CorporateIdentifierImport(CorporateIdentifiers identifiers, OpenEntries open, Deadline deadline) {
        this.identifiers = identifiers;
        this.open = open;
        this.deadline = deadline;
    }

    @Override
    public String path() {
        return BetaPaths.IMPORT_IDENTIFIERS;
    }

    @Override
    public JsonNode body(List<Entry> entries) {
        return CorporateIdentifier.body(entries);
    }

    /** There is nothing to follow. */
    @Override
    public String tracking(List<Entry> entries, JsonNode answer) {
        return "answered";
    }

    /** What was not taken is there already, or was refused: the answer does not tell which. */
    @Override
    public void taken(List<Entry> entries, JsonNode answer) throws GraphException, LedgerException {
        Map<String, JsonNode> results = new HashMap<>();
        answer.path("value").values().forEach(result -> results.put(key(result), result));
        List<Entry> rest = new ArrayList<>();
        for (Entry entry : entries) {
            JsonNode result =
                    results.getOrDefault(CorporateIdentifier.normalised(CorporateIdentifier.of(entry)), Json.MISSING);
            if (result.path("status").asBoolean(false)) {
                open.end(entry.id(), new Fate.Registered(Json.text(result, "id")));
            } else {
                rest.add(entry);
            }
        }
        Map<UUID, String> there = identifiers.find(rest, deadline);
        for (Entry entry : rest) {
            Optional<String> id = Optional.ofNullable(there.get(entry.id()));
            open.end(entry.id(), id.map(CorporateIdentifierImport::already).orElse(refused()));
        }
    }

    static Fate already(String id) {
        return new Fate.AlreadyRegistered(
                Optional.of(id), "this tenant has the corporate identifier already; it was left as it is");
    }

    private static Fate refused() {
        return new Fate.Refused(
                "not-imported",
                "",
                "Intune has not imported the corporate identifier and gives no reason;"
                        + " compare manufacturer, model and serial number with what the firmware holds");
    }

    private static String key(JsonNode result) {
        return CorporateIdentifier.normalised(
                result.path("importedDeviceIdentifier").stringValue(""));
    }
}
