// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.device;

import dev.hwhash.device.Field;
import dev.hwhash.service.search.Conflict;
import dev.hwhash.service.search.DeviceSummary;

/**
 * Another device to compare with, in a line.
 *
 * @param other its number
 * @param name its serial number; empty text where it has none
 * @param state where it stands
 * @param finding why they should be compared
 */
public record ConflictLine(long other, String name, String state, FindingText finding) {

    static ConflictLine of(Conflict conflict) {
        DeviceSummary other = conflict.other();
        return new ConflictLine(
                other.id(),
                other.facts().value(Field.SERIAL_NUMBER).orElse(""),
                other.state().toString(),
                FindingText.of(conflict.rule()));
    }
}
