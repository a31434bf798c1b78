// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

/** What a post of devices has come to. */
sealed interface Posted {

    /** The devices are taken, and the job can be followed. */
    record Taken(Tracking tracking) implements Posted {}

    /** The devices are taken, and where the job is was not told, or lies with somebody else. */
    record Untraceable() implements Posted {}

    /** Partner Center has said no. */
    record Objected(ErrorAnswer error) implements Posted {}

    /**
     * There is no answer.
     *
     * @param mayHaveArrived whether the devices may be taken
     */
    record Unanswered(Trouble trouble, boolean mayHaveArrived) implements Posted {}
}
