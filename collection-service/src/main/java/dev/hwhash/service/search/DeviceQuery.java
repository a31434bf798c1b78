// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.Optional;

/**
 * Which devices somebody wants to see.
 *
 * @param start how a name of theirs begins, without blanks around it; empty text: all devices
 * @param limit how many at most, 1 to {@link #MOST}
 * @param after where the page before ended; empty: from the first
 */
public record DeviceQuery(String start, int limit, Optional<Position> after) {

    /** How many devices a page has where nobody says. */
    public static final int USUAL = 100;

    /** How many devices a page has at most. */
    public static final int MOST = 500;

    /** The longest start, in characters. */
    public static final int LONGEST_START = 200;

    /** Takes the blanks away; refuses numbers out of bounds. */
    public DeviceQuery {
        start = start.strip();
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " devices, not " + limit);
        }
        if (start.length() > LONGEST_START) {
            throw new IllegalArgumentException(
                    "a start has at most " + LONGEST_START + " characters, not " + start.length());
        }
    }

    /**
     * Returns whether the position is one of this query: a list goes on by number, a search by name.
     *
     * @return true without a position
     */
    public boolean fits() {
        return after.isEmpty() || after.get() instanceof Position.ById == start.isEmpty();
    }
}
