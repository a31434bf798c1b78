// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.Optional;

/**
 * A page of a list that somebody wants to see.
 *
 * @param filter which devices
 * @param order in which order
 * @param limit how many at most, 1 to {@link DeviceQuery#MOST}
 * @param after where the page before ended, in the same order; empty: from the first
 */
public record ListQuery(DeviceFilter filter, DeviceOrder order, int limit, Optional<Place> after) {

    /** Refuses a limit out of bounds, and a place in another order. */
    public ListQuery {
        if (limit < 1 || limit > DeviceQuery.MOST) {
            throw new IllegalArgumentException("a page has 1 to " + DeviceQuery.MOST + " devices, not " + limit);
        }
        if (after.isPresent() && after.get().order() != order) {
            throw new IllegalArgumentException("the place belongs to another order");
        }
    }
}
