// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import java.util.Arrays;

/** A list of numbers in segments: none of them is ever copied for want of room. Not thread-safe. */
final class Ints {

    private static final int SEGMENT_LOG_2 = 14;
    private static final int SEGMENT = 1 << SEGMENT_LOG_2;

    private int[][] segments = new int[8][];
    private int count;

    void add(int number) {
        int segment = count >>> SEGMENT_LOG_2;
        if ((count & (SEGMENT - 1)) == 0) {
            if (segment == segments.length) {
                segments = Arrays.copyOf(segments, 2 * segments.length);
            }
            segments[segment] = new int[SEGMENT];
        }
        count++;
        set(count - 1, number);
    }

    void set(int at, int number) {
        segments[at >>> SEGMENT_LOG_2][at & (SEGMENT - 1)] = number;
    }

    int get(int at) {
        return segments[at >>> SEGMENT_LOG_2][at & (SEGMENT - 1)];
    }

    int count() {
        return count;
    }
}
