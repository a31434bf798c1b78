// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whoever sits at the PC. */
interface Person {

    /** Tells whether anybody does; where nobody does, nothing is asked. */
    boolean isThere();

    /** Shows lines, where somebody reads them. */
    void show(List<String> lines);

    /** Gives the whole window the colour of a verdict; only in a window of our own. */
    void paint(Verdict verdict);

    /** Returns what to do to answer, such as "Press its key". */
    String how();

    /**
     * Shows lines and waits for one of some keys; what was typed before counts for nothing.
     *
     * @param screen the question
     * @param keys digits and small letters
     * @param usual what an answer without a key means; empty: it is no answer
     * @param patience how long to wait
     * @return empty if none came in time, or none can come any more
     */
    Optional<Character> ask(List<String> screen, String keys, Optional<Character> usual, Duration patience);
}
