// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One record of a hash: a type and its payload, little-endian. Immutable and thread-safe.
 */
public final class HashRecord {

    /** Versions, time and kind of the collecting system. */
    static final int CAPTURE = 1;
    /** Offline device ID; with method 1 the hash of the TPM's endorsement key. */
    static final int OFFLINE_DEVICE_ID = 11;

    static final int SMBIOS_UUID = 12;
    static final int TPM_VERSION = 13;
    static final int SMBIOS_SYSTEM_SERIAL_NUMBER = 14;
    static final int SMBIOS_SYSTEM_MANUFACTURER = 16;
    static final int SMBIOS_SYSTEM_PRODUCT_NAME = 17;
    static final int TPM_EK_PUB = 25;
    static final int CHECKSUM = 0x5343;

    private final int type;
    private final byte[] payload;

    HashRecord(int type, byte[] payload) {
        this.type = type;
        this.payload = payload;
    }

    /**
     * Returns what kind of record this is.
     *
     * @return 0 to 65535; unknown ones are to be skipped, not refused
     */
    public int type() {
        return type;
    }

    /**
     * Returns how many bytes the payload has.
     *
     * @return 0 to 65531
     */
    public int length() {
        return payload.length;
    }

    /** Returns the payload for reading, little-endian, from its start. */
    ByteBuffer payload() {
        return ByteBuffer.wrap(payload).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the payload as text up to the first NUL. */
    String text() {
        int end = 0;
        while (end < payload.length && payload[end] != 0) {
            end++;
        }
        return new String(payload, 0, end, StandardCharsets.UTF_8);
    }
}
