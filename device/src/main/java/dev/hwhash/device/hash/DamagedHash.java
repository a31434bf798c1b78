// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

/**
 * A text that no importer would take for a hardware hash.
 *
 * @param why what is broken, with the values seen, never the text itself; fits behind "the hardware hash is damaged: "
 */
public record DamagedHash(String why) implements HashReading {}
