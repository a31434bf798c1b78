// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.graph.GraphAnswer.Done;
import dev.hwhash.registration.graph.GraphAnswer.Refusal;
import dev.hwhash.registration.retry.Deadline;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Lists of Graph, page by page. */
final class Listing {

    private final Graph graph;
    private final String version;

    /**
     * Makes listings.
     *
     * @param graph who is asked
     * @param version where each page has to be, such as {@code /v1.0}
     */
    Listing(Graph graph, String version) {
        this.graph = graph;
        this.version = version;
    }

    /**
     * Reads a filtered list, or the whole where the filter is refused: serial numbers with hyphens and blanks have been
     * seen to bring a 400. Who reads has to compare in either case.
     *
     * @param filtered the path with its filter
     * @param whole the path without
     * @param each gets the elements
     * @param deadline when to give up
     */
    void read(String filtered, String whole, Consumer<JsonNode> each, Deadline deadline) throws GraphException {
        if (!filtered.equals(whole) && graph.get(filtered, deadline) instanceof Done first) {
            readOn(first.body(), filtered, each, deadline);
            return;
        }
        read(whole, each, deadline);
    }

    /** Reads all pages of a list. */
    void read(String path, Consumer<JsonNode> each, Deadline deadline) throws GraphException {
        readOn(page(path, deadline), path, each, deadline);
    }

    private void readOn(JsonNode first, String path, Consumer<JsonNode> each, Deadline deadline) throws GraphException {
        Set<String> seen = new HashSet<>(Set.of(path));
        JsonNode page = first;
        while (true) {
            page.path("value").values().forEach(each);
            Optional<String> link = Json.text(page, "@odata.nextLink");
            if (link.isEmpty()) {
                return;
            }
            String next = NextLink.path(link.get(), graph.endpoint(), version)
                    .orElseThrow(() -> new GraphException(
                            Why.NEEDS_MENDING,
                            "the next page of a list is said to be elsewhere than at this Graph, which is not followed;"
                                    + " check the endpoint",
                            false));
            if (!seen.add(next)) {
                throw new GraphException(Why.NEEDS_MENDING, "a list of Graph leads back to a page of its own", false);
            }
            page = page(next, deadline);
        }
    }

    private JsonNode page(String path, Deadline deadline) throws GraphException {
        GraphAnswer answer = graph.get(path, deadline);
        if (answer instanceof Refusal refusal) {
            throw Graph.refused(refusal);
        }
        return ((Done) answer).body();
    }
}
