// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects a page: name after name in the order of {@link SearchName}, in each the devices that no name before it has
 * found. So each device comes once, and each step is a range of one index.
 */
public final class PageWalk {

    private PageWalk() {}

    /**
     * A device that was found.
     *
     * @param device to be shown
     * @param name by which it was found; empty text where nothing was searched
     */
    public record Found(DeviceSummary device, String name) {}

    /** Reads ranges. All within one page see the same moment. */
    public interface Index {

        /**
         * Reads devices by number.
         *
         * @param after the last number that was shown
         * @param most how many
         * @return in the order of their numbers
         */
        List<Found> all(long after, int most);

        /**
         * Reads devices by one name.
         *
         * @param start how the name begins, whatever its case; devices that have it at a name before this one are
         *     passed over
         * @param after the position behind which to read
         * @param most how many
         * @return in the order of that name, then of their numbers
         */
        List<Found> named(String start, Position.ByName after, int most);
    }

    /**
     * Collects a page.
     *
     * @param query which; one that {@link DeviceQuery#fits()}
     * @param index where from
     * @return the page
     */
    public static DevicePage page(DeviceQuery query, Index index) {
        // One more than is shown tells whether there is a next page.
        int most = query.limit() + 1;
        if (query.start().isEmpty()) {
            long after = query.after().isPresent() && query.after().get() instanceof Position.ById last ? last.id() : 0;
            return page(
                    index.all(after, most),
                    query.limit(),
                    found -> new Position.ById(found.device().id()));
        }
        return search(query, index, most);
    }

    private static DevicePage search(DeviceQuery query, Index index, int most) {
        Position.ByName from = first(query);
        List<Found> page = new ArrayList<>();
        List<SearchName> kinds = new ArrayList<>();
        for (SearchName kind : SearchName.values()) {
            if (kind.compareTo(from.kind()) >= 0 && page.size() < most) {
                Position.ByName after = kind == from.kind() ? from : new Position.ByName(kind, "", 0);
                List<Found> found = index.named(query.start(), after, most - page.size());
                found.forEach(each -> kinds.add(kind));
                page.addAll(found);
            }
        }
        return page(page, query.limit(), last -> {
            SearchName kind = kinds.get(query.limit() - 1);
            return new Position.ByName(kind, last.name(), last.device().id());
        });
    }

    private static Position.ByName first(DeviceQuery query) {
        Optional<Position> after = query.after();
        return after.isPresent() && after.get() instanceof Position.ByName last
                ? last
                : new Position.ByName(SearchName.SERIAL_NUMBER, "", 0);
    }

    private interface Where {
        Position of(Found last);
    }

    private static DevicePage page(List<Found> found, int limit, Where next) {
        List<DeviceSummary> devices =
                found.stream().limit(limit).map(Found::device).toList();
        return found.size() > limit
                ? new DevicePage(devices, Optional.of(next.of(found.get(limit - 1))))
                : new DevicePage(devices, Optional.empty());
    }
}
