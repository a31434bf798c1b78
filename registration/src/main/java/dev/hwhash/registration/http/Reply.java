// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import dev.hwhash.registration.Unsettled.Why;

/** What a call has come to, after all that could be repeated was. Immutable. */
public sealed interface Reply {

    /**
     * The target has answered, for good or ill: a 2xx, or a 4xx that no repetition would change.
     *
     * @param answer what it said
     */
    record Answered(Answer answer) implements Reply {}

    /**
     * Nothing is known of what the target made of it.
     *
     * @param why what stood in the way
     * @param words what was seen and what to do
     * @param mayHaveArrived whether the target may have done what was asked
     */
    record Failed(Why why, String words, boolean mayHaveArrived) implements Reply {}
}
