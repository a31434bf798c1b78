// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import java.util.Optional;

/**
 * What is wanted beyond the registration itself. Immutable and thread-safe.
 *
 * @param existing what happens to a device that this tenant has already
 * @param deviceName the name that Windows shall get, for the one device of a run; empty: none is set
 */
public record IntuneOptions(Existing existing, Optional<String> deviceName) {

    /** Existing devices are only told. */
    public static final IntuneOptions DEFAULT = new IntuneOptions(Existing.REPORT, Optional.empty());

    /** What happens to a device that this tenant has already. */
    public enum Existing {
        /** It is told, and left as it is. */
        REPORT,
        /** It gets the group tag, the user and the name that are wanted. */
        UPDATE,
        /** It is deleted, unless it is enrolled, and imported anew. */
        REPLACE
    }
}
