// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which batches the customer has. Names count to the letter. */
final class Batches {

    private static final Set<String> UNDER_WAY = Set.of("queued", "processing");

    private final PartnerCenter center;
    private final Paths paths;
    private final Set<String> made = new HashSet<>();
    private Optional<Map<String, String>> listed = Optional.empty();

    Batches(PartnerCenter center, Paths paths) {
        this.center = center;
        this.paths = paths;
    }

    /** Notes that a batch was made, though the list may show it later only. */
    void made(String name) {
        made.add(name);
    }

    /** Has the list read again when it is asked for next. */
    void forget() {
        listed = Optional.empty();
    }

    boolean has(String name) throws StoppedException {
        return made.contains(name) || listed().containsKey(name);
    }

    /** Tells whether something in a batch is still worked on, as far as the list tells. */
    boolean isUnderWay(String name) throws StoppedException {
        forget();
        String status = listed().getOrDefault(name, "");
        return UNDER_WAY.contains(status.toLowerCase(Locale.ROOT));
    }

    private Map<String, String> listed() throws StoppedException {
        if (listed.isEmpty()) {
            listed = Optional.of(read());
        }
        return listed.get();
    }

    private Map<String, String> read() throws StoppedException {
        Map<String, String> batches = new HashMap<>();
        List<JsonNode> items = center.readAll(paths.batches()).orElse(List.of());
        items.forEach(item -> batches.put(Json.text(item, "id"), Json.text(item, "status")));
        return batches;
    }
}
