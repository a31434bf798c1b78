// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import dev.hwhash.device.SameDevice;

/**
 * Two devices that somebody should look at.
 *
 * @param place the place of one's row
 * @param other the place of the other's row, which comes later in the input
 * @param verdict {@link SameDevice#CONFLICT} or {@link SameDevice#UNCERTAIN}
 */
public record Doubt(long place, long other, SameDevice verdict) {}
