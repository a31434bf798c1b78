// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a hash: {@code OA}, a total length, records of type and length, and at the total length a record with
 * the SHA-256 of all before it; zeros follow.
 */
final class Envelope {

    private static final int HEAD = 4;
    private static final int CHECKSUM_LENGTH = 36;

    private final byte[] bytes;
    private final int total;

    private Envelope(byte[] bytes, int total) {
        this.bytes = bytes;
        this.total = total;
    }

    /** Returns why these bytes have no envelope, or empty where they have one. */
    static Optional<String> flaw(byte[] bytes) {
        if (bytes.length < HEAD) {
            return Optional.of("it has " + bytes.length + " bytes");
        }
        if (bytes[0] != 'O' || bytes[1] != 'A') {
            return Optional.of(String.format("it starts with %02X %02X instead of 4F 41 (\"OA\")", bytes[0], bytes[1]));
        }
        int total = u16(bytes, 2);
        if (total < HEAD || total > bytes.length) {
            return Optional.of("it says that it has " + total + " bytes, but " + bytes.length + " are there");
        }
        return Optional.empty();
    }

    /** Wraps bytes without a {@link #flaw(byte[])}. */
    static Envelope of(byte[] bytes) {
        return new Envelope(bytes, u16(bytes, 2));
    }

    /** Returns the records up to the total length, or up to the first that does not fit. */
    List<HashRecord> records() {
        List<HashRecord> records = new ArrayList<>();
        int at = HEAD;
        while (fits(at)) {
            int length = u16(bytes, at + 2);
            byte[] payload = new byte[length - HEAD];
            System.arraycopy(bytes, at + HEAD, payload, 0, payload.length);
            records.add(new HashRecord(u16(bytes, at), payload));
            at += length;
        }
        return records;
    }

    /** Returns whether the records end where the total length says. */
    boolean recordsAddUp() {
        int at = HEAD;
        while (fits(at)) {
            at += u16(bytes, at + 2);
        }
        return at == total;
    }

    private boolean fits(int at) {
        return at + HEAD <= total && u16(bytes, at + 2) >= HEAD && at + u16(bytes, at + 2) <= total;
    }

    /** Returns whether anything but padding follows: a checksum record, whole or broken. */
    boolean hasChecksum() {
        for (int i = total; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the checksum record is whole and right. */
    boolean checksumHolds() {
        if (bytes.length < total + CHECKSUM_LENGTH
                || u16(bytes, total) != HashRecord.CHECKSUM
                || u16(bytes, total + 2) != CHECKSUM_LENGTH) {
            return false;
        }
        byte[] stated = new byte[CHECKSUM_LENGTH - HEAD];
        System.arraycopy(bytes, total + HEAD, stated, 0, stated.length);
        return MessageDigest.isEqual(stated, sha256());
    }

    private byte[] sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, total);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static int u16(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xFFFF;
    }
}
