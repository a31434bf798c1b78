// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

/**
 * A text that no importer would take for a hardware hash.
 *
 * @param kind what is broken, for code
 * @param why what is broken, with the values seen, never the text itself; fits behind "the hardware hash is damaged: "
 */
public record DamagedHash(Kind kind, String why) implements HashReading {

    /** What is broken, in the order in which it is looked for. */
    public enum Kind {
        /** A character is not of the standard alphabet. */
        NOT_BASE64,
        /** It does not start as a hash does, or is too short to. */
        NO_MAGIC,
        /** It states more bytes than there are. */
        CUT,
        /** Its checksum is wrong or broken. */
        CHECKSUM,
        /** It has no checksum, and its records do not make up the length that it states. */
        RECORDS
    }
}
