// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Finds where a cell without quotes ends. A hash has 4000 characters, and they are most of a file: so the search is left
 * to {@link String#indexOf(int, int)}, for which the JVM has vector instructions, and no byte is searched twice for the
 * same character. The bytes are ASCII where it matters: in no encoding read here does a byte below 0x40 belong to a
 * character of several bytes. Not thread-safe.
 */
final class CellEnd {

    private final char separator;
    private String text = "";
    private int nextSeparator;
    private int nextLineFeed;
    private int nextReturn;

    CellEnd(char separator) {
        this.separator = separator;
    }

    /** Turns to other bytes. */
    void look(byte[] bytes, int end) {
        text = new String(bytes, 0, end, ISO_8859_1);
        back();
    }

    /** Goes back among the same bytes: what was found may lie behind what is searched next. */
    void back() {
        nextSeparator = -1;
        nextLineFeed = -1;
        nextReturn = -1;
    }

    /** Returns the index of the first separator, line feed or carriage return from an index on; the end for none. */
    int find(int from) {
        nextSeparator = next(separator, nextSeparator, from);
        nextLineFeed = next('\n', nextLineFeed, from);
        nextReturn = next('\r', nextReturn, from);
        return Math.min(nextSeparator, Math.min(nextLineFeed, nextReturn));
    }

    private int next(char wanted, int known, int from) {
        if (known >= from) {
            return known;
        }
        int found = text.indexOf(wanted, from);
        return found < 0 ? text.length() : found;
    }
}
