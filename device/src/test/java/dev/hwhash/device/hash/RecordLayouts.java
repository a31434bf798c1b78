// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** How Windows lays out the records that {@link SyntheticHash} is made of; written apart from the code under test. */
final class RecordLayouts {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private RecordLayouts() {}

    static byte[] capture(Instant time, int osBuild, boolean winPe, int toolVersion) {
        return little(new byte[24])
                .put(shorts(0, 10, 1, 26100))
                .put(shorts(0, 10, 1, osBuild))
                .putInt((int) Duration.between(EPOCH, time).toSeconds())
                .put((byte) 4)
                .put((byte) (winPe ? 1 : 2))
                .put((byte) 9)
                .put((byte) toolVersion)
                .array();
    }

    static byte[] memory() {
        return little(new byte[21])
                .putLong(16)
                .putLong(64)
                .put(shorts(2, 1))
                .put((byte) 3)
                .array();
    }

    /** Method 1: the SHA-256 of the endorsement key; method 3: a random seed of the firmware. */
    static byte[] offlineDeviceId(Optional<byte[]> ek) {
        return little(new byte[42])
                .putInt(0)
                .put((byte) (ek.isPresent() ? 1 : 3))
                .put((byte) (ek.isPresent() ? 0 : 1))
                .putInt(32)
                .put(sha256(ek.orElse(new byte[] {1})))
                .array();
    }

    static byte[] ekPub(int seed) {
        byte[] modulus = new byte[256];
        new Random(seed).nextBytes(modulus);
        return modulus;
    }

    static byte[] mixedEndian(UUID uuid) {
        long high = uuid.getMostSignificantBits();
        return little(new byte[16])
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static byte[] framed(int type, byte[] payload) {
        return little(new byte[payload.length + 4])
                .putShort((short) type)
                .putShort((short) (payload.length + 4))
                .put(payload)
                .array();
    }

    static byte[] shorts(int... values) {
        byte[] bytes = new byte[2 * values.length];
        ByteBuffer buffer = little(bytes);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return bytes;
    }

    static byte[] string(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
