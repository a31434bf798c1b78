// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A token as its bearer holds it: the prefix of its kind, then 256 random bits in base64url. Never stored and never
 * logged; {@link #toString()} shows neither. Immutable and thread-safe.
 *
 * @param text to be sent and to be written to the bearer's file, nowhere else
 */
public record TokenSecret(String text) {

    private static final int RANDOM_BYTES = 32;

    /**
     * Makes a new one.
     *
     * @param kind what it shall be good for
     * @param random a source that nobody can foretell
     * @return the only copy
     */
    public static TokenSecret random(TokenKind kind, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new TokenSecret(
                kind.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Returns by what the service knows it.
     *
     * @return its hash
     */
    public TokenHash hash() {
        return TokenHash.of(text);
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "TokenSecret[" + text.length() + " characters]";
    }
}
