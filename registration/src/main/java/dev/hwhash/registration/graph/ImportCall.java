// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A call that registers several devices at once. */
interface ImportCall {

    /** Where it goes. */
    String path();

    /** What it gets. */
    JsonNode body(List<Entry> entries);

    /** What of its answer helps to follow the devices after a crash. */
    String tracking(List<Entry> entries, JsonNode answer);

    /** Goes on with what it has taken; the ledger knows of that already. */
    void taken(List<Entry> entries, JsonNode answer) throws GraphException, LedgerException;
}
