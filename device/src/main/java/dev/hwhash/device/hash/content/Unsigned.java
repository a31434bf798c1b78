// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.nio.ByteBuffer;

/** Unsigned numbers of a payload. */
final class Unsigned {

    private Unsigned() {}

    static int u8(ByteBuffer payload, int at) {
        return payload.get(at) & 0xFF;
    }

    static int u16(ByteBuffer payload, int at) {
        return payload.getShort(at) & 0xFFFF;
    }

    static long u32(ByteBuffer payload, int at) {
        return payload.getInt(at) & 0xFFFFFFFFL;
    }
}
