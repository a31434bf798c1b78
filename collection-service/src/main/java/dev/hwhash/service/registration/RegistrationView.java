// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import java.time.Instant;
import java.util.Optional;

/**
 * What a device's page shows of its registration.
 *
 * @param state where it stands
 * @param at since when
 * @param targetId the target's id of it; empty where none is known
 * @param refusal the target's code and name, where it has refused
 * @param words reason and remedy, or what was found; empty where there is nothing to say
 * @param approved whether the last decision about the device approves it
 */
public record RegistrationView(
        RegistrationState state,
        Instant at,
        Optional<String> targetId,
        Optional<String> refusal,
        Optional<String> words,
        boolean approved) {

    /**
     * Returns whether an approver may order it once more.
     *
     * @return true where it is not there, and is approved
     */
    public boolean mayBeOrderedAgain() {
        return approved && state.mayBeOrderedAgain();
    }

    /**
     * Returns whether it is, or may be, at the target though somebody has rejected it since.
     *
     * @return true where somebody may have to delete it there
     */
    public boolean isThereThoughRejected() {
        return !approved && (state.isThere() || state == RegistrationState.SENT);
    }
}
