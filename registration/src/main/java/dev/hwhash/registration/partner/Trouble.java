// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import java.util.UUID;

/**
 * What keeps devices from their end.
 *
 * @param why of what kind it is
 * @param words what was seen and what to do
 */
record Trouble(Why why, String words) {

    Unsettled of(UUID device) {
        return new Unsettled(device, why, words);
    }
}
