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

    static final int DISK_SERIAL_NUMBER = 7;
    /** Offline device ID; with method 1 the hash of the TPM's endorsement key. */
    static final int OFFLINE_DEVICE_ID = 11;

    static final int SMBIOS_UUID = 12;
    static final int TPM_VERSION = 13;
    static final int SMBIOS_SYSTEM_SERIAL_NUMBER = 14;
    static final int SMBIOS_FIRMWARE_VENDOR = 15;
    static final int SMBIOS_SYSTEM_MANUFACTURER = 16;
    static final int SMBIOS_SYSTEM_PRODUCT_NAME = 17;
    static final int BOARD_MANUFACTURER = 20;
    static final int BOARD_PRODUCT = 21;
    static final int SMBIOS_SYSTEM_VERSION = 23;
    static final int PRODUCT_KEY_ID = 24;
    static final int TPM_EK_PUB = 25;
    static final int CHECKSUM = 0x5343;

    private final int type;
    /** Shared with all records of the hash, and never changed. */
    private final byte[] bytes;

    private final int at;
    private final int length;

    HashRecord(int type, byte[] bytes, int at, int length) {
        this.type = type;
        this.bytes = bytes;
        this.at = at;
        this.length = length;
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
        return length;
    }

    /**
     * Returns where the payload starts.
     *
     * @return bytes from the start of the hash
     */
    public int at() {
        return at;
    }

    /**
     * Returns the payload for reading.
     *
     * @return a new view each time, read-only, little-endian, from index 0
     */
    public ByteBuffer payload() {
        return ByteBuffer.wrap(bytes, at, length).slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns a byte of the payload; as the next ones cheaper than a buffer where a million hashes are read. */
    int u8(int index) {
        return bytes[at + index] & 0xFF;
    }

    int u16(int index) {
        return u8(index) | u8(index + 1) << 8;
    }

    long u32(int index) {
        return u16(index) | (long) u16(index + 2) << 16;
    }

    /** Returns eight bytes as they are read from left to right. */
    long bigEndian(int index) {
        return Long.reverseBytes(u32(index) | u32(index + 4) << 32);
    }

    /**
     * Returns the payload as text.
     *
     * @return UTF-8 up to the first NUL, or all of it
     */
    public String text() {
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }
}
