// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of a content (FIPS 180-4). Immutable.
 *
 * @param hex 64 hexadecimal digits, the letters small
 */
public record Digest(String hex) {

    private static final int DIGITS = 64;
    private static final int BUFFER = 1 << 16;

    /** Refuses anything but 64 digits. */
    public Digest {
        if (!isDigest(hex)) {
            throw new IllegalArgumentException("no SHA-256 of 64 digits: " + hex.length() + " characters");
        }
    }

    /**
     * Reads what somebody has typed.
     *
     * @param text digits, the letters small or capital
     * @return empty where it is anything else
     */
    public static Optional<Digest> read(String text) {
        StringBuilder small = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            small.append(c >= 'A' && c <= 'F' ? (char) (c - 'A' + 'a') : c);
        }
        return isDigest(small.toString()) ? Optional.of(new Digest(small.toString())) : Optional.empty();
    }

    private static boolean isDigest(String text) {
        boolean digits = text.length() == DIGITS;
        for (int i = 0; digits && i < DIGITS; i++) {
            char c = text.charAt(i);
            digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return digits;
    }

    /** Returns that of bytes in memory. */
    static Digest of(byte[] content) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(content)));
    }

    /** Returns that of all that a stream has, of any length. */
    static Digest of(InputStream content) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            sha256.update(buffer, 0, read);
        }
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Returns the digits. */
    @Override
    public String toString() {
        return hex;
    }
}
