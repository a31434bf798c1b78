// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import java.util.List;

/**
 * A row of the corrected copy.
 *
 * @param line its text without a line break
 * @param findings what was found in the row as it is, each corrected or still open
 */
public record FixedRow(String line, List<Finding> findings) {

    /** Copies the list. */
    public FixedRow {
        findings = List.copyOf(findings);
    }
}
