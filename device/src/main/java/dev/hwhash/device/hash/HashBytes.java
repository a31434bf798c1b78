// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The bytes of a base64 text. The zeros that fill a hash up are half of it: they are compared as characters and not
 * decoded.
 */
final class HashBytes {

    private static final Base64.Decoder DECODER = Base64.getDecoder();

    /** Of two groups of four characters, which hold the magic and the total length. */
    private static final int HEAD_CHARACTERS = 8;

    private final byte[] start;
    private final int size;

    private HashBytes(byte[] start, int size) {
        this.start = start;
        this.size = size;
    }

    /** Returns the bytes, or empty for what is no whole base64: other characters, or other padding than its own. */
    static Optional<HashBytes> decoded(byte[] ascii, int from, int to) {
        if ((to - from) % 4 != 0) {
            return Optional.empty();
        }
        int end = contentEnd(ascii, from, to);
        // Padding is for the end of a text: the decoder must not meet it at the end of a part.
        boolean isPart = end < to && ascii[end - 1] != '=' && isZeros(ascii, end, to);
        try {
            byte[] start = bytes(ascii, from, isPart ? end : to);
            return Optional.of(new HashBytes(start, isPart ? (to - from) / 4 * 3 : start.length));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Returns all bytes but zeros at the end; not to be changed. */
    byte[] start() {
        return start;
    }

    /** Returns how many bytes there are, zeros included. */
    int size() {
        return size;
    }

    private static byte[] bytes(byte[] ascii, int from, int to) {
        return DECODER.decode(ByteBuffer.wrap(ascii, from, to - from)).array();
    }

    /** Returns the end of the group that holds the checksum's last byte, or the end of a text that does not say. */
    private static int contentEnd(byte[] ascii, int from, int to) {
        if (to - from < HEAD_CHARACTERS || ascii[from] != 'T' || ascii[from + 1] != '0') {
            return to;
        }
        try {
            byte[] head = bytes(ascii, from, from + HEAD_CHARACTERS);
            int content = head.length < Envelope.HEAD ? 0 : Envelope.u16(head, 2) + Envelope.CHECKSUM_LENGTH;
            int characters = (content + 2) / 3 * 4;
            return characters < HEAD_CHARACTERS ? to : Math.min(to, from + characters);
        } catch (IllegalArgumentException notBase64) {
            return to;
        }
    }

    /** Each character equals the one before it, and the first is an A. */
    private static boolean isZeros(byte[] ascii, int from, int to) {
        return ascii[from] == 'A' && Arrays.equals(ascii, from, to - 1, ascii, from + 1, to);
    }
}
