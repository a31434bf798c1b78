// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.util.Optional;

/** Tells troubles that pass, or that somebody has to see to, from defects of the service. */
@FunctionalInterface
public interface KnownTroubles {

    /** Knows none. */
    KnownTroubles NONE = failure -> Optional.empty();

    /**
     * Looks at what was thrown.
     *
     * @param failure what no handler expected
     * @return empty where it is a defect
     */
    Optional<Problem> problem(Throwable failure);
}
