// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.FindingsFilter;
import dev.hwhash.service.search.Place;
import dev.hwhash.service.search.TagFilter;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A list as an address: what {@link FilterForm} reads.
 *
 * @param filter which devices
 * @param order in which order
 */
public record ListAddress(DeviceFilter filter, DeviceOrder order) {

    private static final String PATH = "/devices";

    /**
     * Returns the first page.
     *
     * @return a path with its query
     */
    public String first() {
        return path(fields());
    }

    /**
     * Returns the page behind a place.
     *
     * @param after where the page before ended
     * @return a path with its query
     */
    public String after(Place after) {
        Map<String, String> fields = fields();
        fields.put(FilterForm.AFTER, after.cursor());
        return path(fields);
    }

    /** Returns the first page of the same filter in another order. */
    ListAddress inOrder(DeviceOrder other) {
        return new ListAddress(filter, other);
    }

    /** Returns the first page of the same filter with another state. */
    ListAddress ofState(Optional<DeviceState> state) {
        return new ListAddress(filter.withState(state), order);
    }

    /**
     * Returns the fields that narrow something, or order otherwise than usual.
     *
     * @return names and values, to be changed by nobody else
     */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!filter.search().isEmpty()) {
            fields.put(FilterForm.SEARCH, filter.search());
        }
        filter.state().ifPresent(state -> fields.put(FilterForm.STATE, state.toString()));
        filter.tag().ifPresent(tag -> put(fields, tag));
        filter.findings().ifPresent(findings -> fields.put(FilterForm.FINDINGS, text(findings)));
        filter.token().ifPresent(token -> fields.put(FilterForm.TOKEN, Long.toString(token)));
        filter.day().ifPresent(day -> fields.put(FilterForm.DAY, day.toString()));
        if (order != DeviceOrder.NEWEST) {
            fields.put(FilterForm.ORDER, order.toString());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, TagFilter tag) {
        if (tag instanceof TagFilter.Named named) {
            fields.put(FilterForm.TAG, named.tag());
        } else {
            fields.put(FilterForm.UNTAGGED, FilterForm.YES);
        }
    }

    private static String text(FindingsFilter findings) {
        if (findings instanceof FindingsFilter.Of rule) {
            return rule.id();
        }
        return findings instanceof FindingsFilter.Any ? FilterForm.ANY : FilterForm.NONE;
    }

    private static String path(Map<String, String> fields) {
        return fields.isEmpty()
                ? PATH
                : PATH
                        + fields.entrySet().stream()
                                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                                .collect(Collectors.joining("&", "?", ""));
    }
}
