// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

/**
 * Finds all rows with a key. One of them is kept in a {@link KeyTable}, the others hang behind it by numbers in half a
 * word of their {@link Entries}. Not thread-safe.
 */
final class Chains {

    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final Entries entries;
    private final KeyTable heads;
    private final int word;
    private final int shift;

    /** The links stand in the upper half of a word, or in its lower. */
    Chains(Entries entries, Key key, int word, boolean upper) {
        this.entries = entries;
        this.heads = new KeyTable(entries, key);
        this.word = word;
        this.shift = upper ? Integer.SIZE : 0;
    }

    /** Adds a row, which must be in no chain; nothing happens where it lacks the key. */
    void add(int row) {
        int head = heads.put(row);
        if (head == KeyTable.NONE) {
            link(row, KeyTable.NONE);
        } else {
            link(row, next(head));
            link(head, row);
        }
    }

    /** Takes a row out, which must be in; nothing happens where it lacks the key. */
    void remove(int row) {
        int at = heads.find(entries.segment(row), entries.at(row));
        if (at == row) {
            heads.replace(row, next(row));
        } else if (at != KeyTable.NONE) {
            while (next(at) != row) {
                at = next(at);
            }
            link(at, next(row));
        }
    }

    /** Returns a row with the key of a fingerprint, or {@link KeyTable#NONE}. */
    int first(long[] words) {
        return heads.find(words, 0);
    }

    /** Returns another row with the key of a row, or {@link KeyTable#NONE} when all have been seen. */
    int next(int row) {
        return (int) (entries.segment(row)[entries.at(row) + word] >>> shift) - 1;
    }

    /** Forgets all rows. */
    void clear() {
        heads.clear();
    }

    private void link(int row, int next) {
        long[] words = entries.segment(row);
        int at = entries.at(row) + word;
        words[at] = (words[at] & ~(LOW_HALF << shift)) | ((next + 1L) << shift);
    }
}
