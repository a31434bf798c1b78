// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.List;
import java.util.Optional;

/**
 * Some of the devices that somebody wants to see.
 *
 * @param devices in the order of the query
 * @param next where the next page begins; empty on the last one
 */
public record DevicePage(List<DeviceSummary> devices, Optional<Position> next) {

    /** Copies the list. */
    public DevicePage {
        devices = List.copyOf(devices);
    }
}
