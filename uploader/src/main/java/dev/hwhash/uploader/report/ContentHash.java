// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) as text. Stateless. */
public final class ContentHash {

    private ContentHash() {}

    /**
     * Digests bytes.
     *
     * @param content any bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * Digests the UTF-8 bytes of a text.
     *
     * @param text any text
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
