// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where a cell without quotes ends, eight bytes at a time: a hash has 4000 characters, and they are most of a
 * file. The bytes are ASCII where it matters: in no encoding read here does a byte below 0x40 belong to a character of
 * several bytes, but for UTF-16, which is not read here.
 */
final class CellEnd {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long LINE_FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';

    private final byte separator;
    private final long separators;

    CellEnd(char separator) {
        this.separator = (byte) separator;
        this.separators = ONES * separator;
    }

    /** Returns the index of the first separator, line feed or carriage return; where there is none, the end. */
    int find(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long eight = (long) LONGS.get(bytes, at);
            long found = zeros(eight ^ separators) | zeros(eight ^ LINE_FEEDS) | zeros(eight ^ RETURNS);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /**
     * Returns the top bit of each byte that is zero. A borrow can also mark a byte above a zero one, so only the lowest
     * mark counts.
     *
     * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Bit twiddling hacks</a>
     */
    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & TOPS;
    }
}
