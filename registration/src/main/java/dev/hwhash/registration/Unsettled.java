// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import java.util.UUID;

/**
 * A device that has no end yet. Immutable.
 *
 * @param device the id of its entry
 * @param why what kept it
 * @param words what was seen last and what to do
 */
public record Unsettled(UUID device, Why why, String words) {

    /** What kept it. */
    public enum Why {
        /** The target has it and has not decided; nobody asked to wait for that. */
        TAKEN,
        /** The time is up. */
        DEADLINE,
        /** The target, or the sign-in, was not reached, or is busy. */
        UNREACHABLE,
        /** Somebody has to mend something first: a certificate, a proxy, an address. */
        NEEDS_MENDING,
        /** The credential does not count, or has no right to this. */
        CREDENTIALS
    }
}
