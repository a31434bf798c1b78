// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import dev.hwhash.device.SameDevice;

/**
 * An earlier row that shares an identifier with a row.
 *
 * @param place the place that the earlier row was remembered with
 * @param verdict what {@link SameDevice} says of the two
 * @param sameSerialNumber whether both have a serial number, and the same
 */
public record Match(long place, SameDevice verdict, boolean sameSerialNumber) {}
