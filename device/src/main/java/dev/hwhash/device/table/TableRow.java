// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;

/**
 * A row of a file.
 *
 * @param number the line on which it starts, from 1
 * @param start index of its first character in the text
 * @param end index behind its last one, before the line break
 * @param device what it says
 */
public record TableRow(int number, int start, int end, DeviceRecord device) {}
