// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cuts lists into pages. */
final class Pages {

    private final Listing listing;

    Pages(Listing listing) {
        this.listing = listing;
    }

    boolean filterIgnored() {
        return listing.filterIgnored();
    }

    /** Returns the page that a query asks for. */
    <T> Reply page(Call call, Query query, List<T> all, Function<T, String> id, Function<T, ObjectNode> json) {
        List<T> rest = query.after().isEmpty()
                ? all
                : all.stream()
                        .dropWhile(item -> !id.apply(item).equals(query.after()))
                        .skip(1)
                        .toList();
        int size = Math.min(query.top(), listing.pageSize());
        List<T> page = rest.subList(0, Math.min(size, rest.size()));
        ObjectNode body = new JsonMapper().createObjectNode();
        body.put("@odata.context", context(call));
        if (rest.size() > size) {
            body.put("@odata.nextLink", nextLink(call, id.apply(page.get(size - 1))));
        }
        ArrayNode value = body.putArray("value");
        page.forEach(item -> value.add(json.apply(item)));
        return Reply.json(200, body);
    }

    static String context(Call call) {
        return "http://" + call.header("host") + "/" + call.segments().get(0) + "/$metadata#"
                + call.segments().stream().skip(1).collect(Collectors.joining("/"));
    }

    private String nextLink(Call call, String last) {
        Map<String, String> query = new TreeMap<>(call.query());
        query.put("$skiptoken", last);
        Endpoint elsewhere = listing.elsewhere();
        String root = listing.astray() ? elsewhere.toString() : "http://" + call.header("host");
        return root + call.path() + "?"
                + query.entrySet().stream()
                        .map(option -> option.getKey() + "=" + encoded(option.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
