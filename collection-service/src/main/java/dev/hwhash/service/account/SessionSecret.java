// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.token.TokenHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser holds in its cookie: 256 random bits. Only its hash is kept. Shown by nothing.
 *
 * @param text base64url
 */
public record SessionSecret(String text) {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * Makes a new one.
     *
     * @param random a source that nobody can foretell
     * @return the only copy
     */
    public static SessionSecret random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new SessionSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Reads what a cookie holds.
     *
     * @param text any text
     * @return empty where no secret looks so
     */
    public static Optional<SessionSecret> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionSecret(text)) : Optional.empty();
    }

    /**
     * Returns by what the service knows it.
     *
     * @return its hash
     */
    public TokenHash hash() {
        return TokenHash.of(text);
    }

    /**
     * Returns what each form of the session sends back: a hash of its own kind, so that pages show nothing of the secret
     * and the database holds nothing of either.
     *
     * @return base64url
     */
    public String csrf() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(TokenHash.of("csrf " + text).bytes());
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "SessionSecret";
    }
}
