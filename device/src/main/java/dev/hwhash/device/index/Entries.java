// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import java.util.Arrays;

/** Numbers of rows, so many for each, in segments: none of them is ever copied for want of room. Not thread-safe. */
final class Entries {

    private static final int ROWS_A_SEGMENT_LOG_2 = 12;
    private static final int ROWS_A_SEGMENT = 1 << ROWS_A_SEGMENT_LOG_2;

    private final int width;
    private long[][] segments = new long[8][];
    private int count;

    /** Starts without a row. */
    Entries(int width) {
        this.width = width;
    }

    /** Adds a row of zeros and returns its number, from 0. */
    int add() {
        int segment = count >>> ROWS_A_SEGMENT_LOG_2;
        if ((count & (ROWS_A_SEGMENT - 1)) == 0) {
            if (segment == segments.length) {
                segments = Arrays.copyOf(segments, 2 * segments.length);
            }
            segments[segment] = new long[ROWS_A_SEGMENT * width];
        }
        return count++;
    }

    int count() {
        return count;
    }

    /** Returns the array in which a row stands. */
    long[] segment(int row) {
        return segments[row >>> ROWS_A_SEGMENT_LOG_2];
    }

    /** Returns where in its array a row starts. */
    int at(int row) {
        return (row & (ROWS_A_SEGMENT - 1)) * width;
    }
}
