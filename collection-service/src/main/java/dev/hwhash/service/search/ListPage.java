// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.List;

/**
 * A page of a list.
 *
 * @param devices in the order of the query
 * @param rest what comes behind
 */
public record ListPage(List<DeviceSummary> devices, Rest rest) {

    /** Copies the list. */
    public ListPage {
        devices = List.copyOf(devices);
    }

    /** What comes behind a page. */
    public sealed interface Rest {}

    /** Nothing. */
    public record Complete() implements Rest {}

    /**
     * Another device.
     *
     * @param next behind which device
     */
    public record More(Place next) implements Rest {}

    /**
     * Not yet known: the page is not full, but so many devices were looked through that somebody waits no longer.
     *
     * @param next behind which device the search goes on
     * @param lookedThrough how many were looked through for this page
     */
    public record GoesOn(Place next, int lookedThrough) implements Rest {}
}
