// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import dev.hwhash.service.approval.Outcome;
import java.util.Locale;
import java.util.Optional;

/** What became of one device of a selection. */
public enum MemberOutcome {
    /** It was decided as ordered. */
    TAKEN,
    /** It stood so already, by the same report and the same values. */
    UNCHANGED,
    /** Another report came after it was selected. */
    SUPERSEDED,
    /** Somebody decided after it was selected. */
    DECIDED,
    /** Neither Intune nor Partner Center would take it. */
    NOT_REGISTRABLE,
    /** It, or its report, was deleted. */
    GONE;

    /**
     * Sums an outcome up.
     *
     * @param outcome of the order about the device
     * @return its kind
     */
    public static MemberOutcome of(Outcome outcome) {
        if (outcome instanceof Outcome.Taken taken) {
            return taken.isNew() ? TAKEN : UNCHANGED;
        }
        if (outcome instanceof Outcome.Superseded) {
            return SUPERSEDED;
        }
        if (outcome instanceof Outcome.AlreadyDecided) {
            return DECIDED;
        }
        return outcome instanceof Outcome.NotRegistrable ? NOT_REGISTRABLE : GONE;
    }

    /**
     * Finds an outcome by its name.
     *
     * @param name such as {@code not-registrable}
     * @return empty where no outcome has that name
     */
    public static Optional<MemberOutcome> named(String name) {
        for (MemberOutcome outcome : values()) {
            if (outcome.toString().equals(name)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in the database, in queries and in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
