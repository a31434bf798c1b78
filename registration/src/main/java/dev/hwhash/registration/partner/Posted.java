// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import java.util.Optional;

/** What a post of devices has come to. */
sealed interface Posted {

    /**
     * The devices are taken.
     *
     * @param tracking where the job can be followed; empty where that was not told, or lies with somebody else
     */
    record Taken(Optional<Tracking> tracking) implements Posted {}

    /** Partner Center has said no. */
    record Objected(ErrorAnswer error) implements Posted {}

    /**
     * There is no answer.
     *
     * @param mayHaveArrived whether the devices may be taken
     */
    record Unanswered(Trouble trouble, boolean mayHaveArrived) implements Posted {}
}
