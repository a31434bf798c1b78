// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import java.io.IOException;

/**
 * The piece of a file that is looked at. Rows point into it, so that the next piece is a new array. Not thread-safe.
 */
final class ByteBlock {

    /** Some 60 rows: enough to be worth handing to another thread, and small beside any heap. */
    static final int SIZE = 1 << 18;

    /** Far above any row; what is longer is a quote that is never closed, or no text. */
    private static final int LONGEST_ROW = 1 << 22;

    private final PlainBytes in;
    private final int size;
    private byte[] bytes = new byte[0];
    private int end;
    private boolean last;

    ByteBlock(PlainBytes in, int size) {
        this.in = in;
        this.size = size;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns the index behind the last byte. */
    int end() {
        return end;
    }

    /** Returns the index behind the last line that has its end, or behind all where the file ends here. */
    int endOfLines() {
        int at = end;
        while (!last && at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r') {
            at--;
        }
        return at;
    }

    /** Returns whether the file ends with this block. */
    boolean isLast() {
        return last;
    }

    /**
     * Takes the next piece.
     *
     * @param from where the part begins that the next piece starts with
     * @return whether there is room for more; not where that part is longer than any row
     */
    boolean advance(int from) throws IOException {
        int kept = end - from;
        if (kept > LONGEST_ROW) {
            return false;
        }
        byte[] next = new byte[Math.max(size, 2 * kept)];
        System.arraycopy(bytes, from, next, 0, kept);
        bytes = next;
        end = kept + in.read(next, kept, next.length);
        last = end < next.length;
        return true;
    }
}
