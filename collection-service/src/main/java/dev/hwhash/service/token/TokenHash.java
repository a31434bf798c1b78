// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a token: all that the service keeps of it. A slow hash as for passwords would add nothing, since nobody
 * guesses 256 random bits, and would cost each report its time. Immutable and thread-safe.
 */
public final class TokenHash {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private TokenHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Hashes what somebody presents.
     *
     * @param text any text
     * @return its hash
     */
    public static TokenHash of(String text) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * Takes a stored hash.
     *
     * @param bytes 32 of them
     * @return the hash
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static TokenHash stored(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a token's hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new TokenHash(bytes.clone());
    }

    /**
     * Returns what is stored.
     *
     * @return a copy of the 32 bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Compares in a time that tells nothing of where the two differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return (bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "TokenHash";
    }
}
