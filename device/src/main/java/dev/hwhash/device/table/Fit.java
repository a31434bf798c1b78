// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.util.Set;

/**
 * A device as a file can hold it.
 *
 * @param device what the row will say
 * @param leftEmpty fields left out because of a comma that the format cannot hold; the hash says the same
 */
public record Fit(DeviceRecord device, Set<Field> leftEmpty) {

    /** Copies the set. */
    public Fit {
        leftEmpty = Set.copyOf(leftEmpty);
    }
}
