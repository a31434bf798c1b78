// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

/** What the checksum record says of the bytes before it. It is unkeyed: it shows damage, not forgery. */
public enum Checksum {
    /** It is the SHA-256 of all that stands before it. */
    HOLDS,
    /** There is none: the hash is taken as it is. */
    MISSING,
    /** It does not match, but the tool is newer than any whose checksum is known. */
    UNKNOWN_TOOL
}
