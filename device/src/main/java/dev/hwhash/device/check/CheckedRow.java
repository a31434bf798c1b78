// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.DeviceIdentity;
import java.util.List;

/**
 * A row after a look at it alone.
 *
 * @param line the line on which it starts, from 1
 * @param identity by what its device is known
 * @param findings what is wrong with the row or strange; none for most
 */
public record CheckedRow(int line, DeviceIdentity identity, List<Finding> findings) {

    /** Copies the list. */
    public CheckedRow {
        findings = List.copyOf(findings);
    }
}
