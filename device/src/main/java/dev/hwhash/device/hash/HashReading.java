// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

/** What came of reading a text as a hardware hash: a {@link HardwareHash}, or a {@link DamagedHash} with the reason. */
public sealed interface HashReading permits HardwareHash, DamagedHash {}
