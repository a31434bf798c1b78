// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import dev.hwhash.service.search.DeviceFilter;
import java.util.List;

/** Which devices somebody selects. */
public sealed interface Choice {

    /** How many devices a selection has at most. */
    int MOST = 100_000;

    /**
     * Some, by their numbers.
     *
     * @param devices at most {@link #MOST}; those that do not exist are passed over
     */
    record Some(List<Long> devices) implements Choice {

        /** Copies the list. */
        public Some {
            devices = List.copyOf(devices);
        }
    }

    /**
     * All that a filter of the list finds at this moment.
     *
     * @param filter as the list has it
     */
    record Found(DeviceFilter filter) implements Choice {}
}
