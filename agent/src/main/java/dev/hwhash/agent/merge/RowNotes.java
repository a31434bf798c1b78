// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.device.index.Claim.Soundness;
import java.util.Arrays;

/** Line, known fields and soundness of each row, 5 bytes a row. Filled by one thread, then read by any. */
final class RowNotes {

    private static final int FIELDS = (1 << Lent.FIELDS.size()) - 1;
    private static final int DAMAGED = 1 << Lent.FIELDS.size();
    private static final int NO_HASH = DAMAGED << 1;

    private int[] lines = new int[1024];
    private byte[] notes = new byte[1024];
    private int count;

    void add(RowFacts facts) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, count + count / 2);
            notes = Arrays.copyOf(notes, count + count / 2);
        }
        int soundness = facts.hash() == Soundness.DAMAGED ? DAMAGED : facts.hash() == Soundness.NO_HASH ? NO_HASH : 0;
        lines[count] = facts.line();
        notes[count] = (byte) (facts.known() | soundness);
        count++;
    }

    int count() {
        return count;
    }

    /** Returns the number of the row on a line, among the rows of a file; negative where there is none. */
    int row(int line, int from, int to) {
        return Arrays.binarySearch(lines, from, to, line);
    }

    /** Returns what a row could lend. */
    int known(int row) {
        return notes[row] & FIELDS;
    }

    boolean isDamaged(int row) {
        return (notes[row] & DAMAGED) != 0;
    }

    boolean hasIntactHash(int row) {
        return (notes[row] & (DAMAGED | NO_HASH)) == 0;
    }
}
