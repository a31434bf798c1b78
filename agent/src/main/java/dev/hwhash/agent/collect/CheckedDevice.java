// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.Problem;
import dev.hwhash.device.DeviceRecord;
import java.util.List;
import java.util.Optional;

/**
 * A device after the check.
 *
 * @param candidate what was read
 * @param device what a row may say
 * @param problems why there is no row; none: there is one
 * @param warnings what deserves a look though the row is written
 * @param damagedHash the text of a hash that no importer would take
 */
record CheckedDevice(
        Candidate candidate,
        DeviceRecord device,
        List<Problem> problems,
        List<Problem> warnings,
        Optional<String> damagedHash) {

    CheckedDevice {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
