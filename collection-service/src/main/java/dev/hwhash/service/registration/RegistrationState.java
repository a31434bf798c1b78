// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import java.util.Locale;
import java.util.Optional;

/** Where an approved device stands on its way to the target. */
public enum RegistrationState {
    /** To be sent; surely not there yet by this order. */
    QUEUED,
    /** Sent, or it may have been; the target has not told the end. */
    SENT,
    /** The target has registered it. */
    REGISTERED,
    /** It was registered there before. */
    ALREADY_REGISTERED,
    /** The target does not register it. */
    REFUSED,
    /** It was registered, and somebody has deleted it there since. */
    MISSING;

    /**
     * Finds a state by its name.
     *
     * @param name such as {@code already-registered}
     * @return empty where no state has that name
     */
    public static Optional<RegistrationState> named(String name) {
        for (RegistrationState state : values()) {
            if (state.toString().equals(name)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns whether the target has it, as far as is known.
     *
     * @return true where nothing has to be sent
     */
    public boolean isThere() {
        return this == REGISTERED || this == ALREADY_REGISTERED;
    }

    /**
     * Returns whether somebody may order it once more.
     *
     * @return true after a refusal, and where it was deleted there
     */
    public boolean mayBeOrderedAgain() {
        return this == REFUSED || this == MISSING;
    }

    /** Returns the name in the database and in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
