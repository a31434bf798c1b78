// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import dev.hwhash.registration.retry.Deadline;
import java.util.List;
import java.util.Set;

/** Tells which devices a target has now, whoever registered them. Implementations may be used by one thread at a time. */
public interface Inventory {

    /**
     * Reads what is there; changes nothing.
     *
     * @param batches whose devices are asked for, where the target keeps devices in batches
     * @param deadline when to give up
     * @return all of it, or why it is not known; never a part
     */
    Stock look(Set<String> batches, Deadline deadline);

    /** What has come of a look. Immutable. */
    sealed interface Stock {

        /**
         * All that there is.
         *
         * @param items the devices, in no order
         * @param ofTenant whether these are all devices of the tenant; false: those of the batches alone
         */
        record Whole(List<Item> items, boolean ofTenant) implements Stock {

            /** Copies the list. */
            public Whole {
                items = List.copyOf(items);
            }
        }

        /**
         * The target was not read to its end.
         *
         * @param why what stood in the way
         * @param words what was seen and what to do
         */
        record NotKnown(Unsettled.Why why, String words) implements Stock {}
    }

    /**
     * A device that the target has.
     *
     * @param id its id there
     * @param serialNumber as the target has it; empty text where it tells none
     */
    record Item(String id, String serialNumber) {}
}
