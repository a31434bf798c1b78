// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Unsettled.Why;
import java.util.Optional;

/** What was seen of the deployment profile of a registered device. Immutable. */
public sealed interface ProfileStatus {

    /**
     * A profile is assigned.
     *
     * @param profile its name; empty where Graph does not tell it
     */
    record Assigned(Optional<String> profile) implements ProfileStatus {}

    /**
     * Intune could not assign one.
     *
     * @param detail the detailed status as Graph calls it, such as {@code hardwareRequirementsNotMet}
     * @param words the reason and the remedy
     */
    record Failed(String detail, String words) implements ProfileStatus {}

    /**
     * None is assigned so far.
     *
     * @param why what ended the wait
     * @param words what was seen last, and what to do
     */
    record NotYet(Why why, String words) implements ProfileStatus {}
}
