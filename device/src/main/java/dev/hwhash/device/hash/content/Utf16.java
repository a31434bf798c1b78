// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** UTF-16LE in a payload. */
final class Utf16 {

    private Utf16() {}

    /** Returns the text up to the first NUL; half a character at the end is dropped. */
    static String text(ByteBuffer payload, int from, int to) {
        int end = from;
        while (end + 1 < to && payload.getShort(end) != 0) {
            end += 2;
        }
        byte[] text = new byte[end - from];
        payload.get(from, text);
        return new String(text, StandardCharsets.UTF_16LE);
    }
}
