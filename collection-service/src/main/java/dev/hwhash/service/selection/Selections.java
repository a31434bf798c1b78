// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import dev.hwhash.service.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Devices that somebody picked, each with the report and the moment that he saw. A selection belongs to the account that
 * made it. For use by many threads at once.
 */
public interface Selections {

    /** What came of picking devices. */
    sealed interface Made {

        /**
         * There is a selection.
         *
         * @param id its number
         */
        record Done(long id) implements Made {}

        /** No device was found; there is no selection. */
        record Nothing() implements Made {}

        /** More than {@link Choice#MOST} were found; there is no selection. */
        record TooMany() implements Made {}
    }

    /**
     * Picks devices. No writer waits for long: the selection is written in pieces.
     *
     * @param account who picks
     * @param choice which
     * @return the selection, or why there is none
     */
    Made make(long account, Choice choice);

    /**
     * Shows a selection.
     *
     * @param id its number
     * @param account who asks
     * @return empty where there is none of this account
     */
    Optional<SelectionView> view(long id, long account);

    /**
     * Returns how many devices a selection has: quickly, where no more of it is shown.
     *
     * @param id its number
     * @param account who asks
     * @return empty where there is none of this account
     */
    Optional<Long> size(long id, long account);

    /**
     * Lists what became of its devices.
     *
     * @param id its number
     * @param outcome which of them
     * @param most how many
     * @return in the order of their numbers
     */
    List<Member> members(long id, MemberOutcome outcome, int most);

    /**
     * Orders something for all devices of a selection, once; {@link #step} does it.
     *
     * @param id its number
     * @param account who orders; the one who made it
     * @param order what
     * @param actor as the audit log names him
     * @return true where that is what is ordered now; false where something else was ordered before, or there is no such
     *     selection
     */
    boolean order(long id, long account, BulkOrder order, Actor actor);

    /**
     * Decides about the next devices of a selection, in one short transaction.
     *
     * @param id its number
     * @param after the number of the last device of the step before; 0: from the first
     * @return the number of the last device; empty where all are done
     */
    Optional<Long> step(long id, long after);

    /**
     * Returns the selections for which something is ordered that is not done, as after a power cut.
     *
     * @return their numbers
     */
    List<Long> unfinished();

    /**
     * Forgets old selections; what was decided stays.
     *
     * @param before those made earlier go
     */
    void forget(Instant before);
}
