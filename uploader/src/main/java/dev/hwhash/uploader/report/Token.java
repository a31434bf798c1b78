// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import dev.hwhash.registration.endpoint.Origin;

/**
 * A secret that a collection service has given out, bound to the origin of that service and shown to nobody else.
 * Immutable and thread-safe. Two tokens are never equal: nothing has to compare them.
 */
public final class Token {

    private static final int MAX_CHARACTERS = 4096;

    private final Origin origin;
    private final String text;

    private Token(Origin origin, String text) {
        this.origin = origin;
        this.text = text;
    }

    /**
     * Binds a token to its service.
     *
     * @param service who gave it out
     * @param text the token, blanks and line ends around it dropped
     * @return the token
     * @throws NotATokenException if it is blank, too long, or holds what no bearer token may (RFC 6750 §2.1, b64token)
     */
    public static Token of(ServiceUrl service, String text) throws NotATokenException {
        String token = text.strip();
        if (token.isEmpty()) {
            throw new NotATokenException("the token is empty; take the one that the service made");
        }
        if (token.length() > MAX_CHARACTERS) {
            throw new NotATokenException("the token has " + token.length() + " characters, more than " + MAX_CHARACTERS
                    + "; check that its file holds the token alone");
        }
        int odd = firstOdd(token);
        if (odd < token.length()) {
            throw new NotATokenException("the token holds a character, number " + (odd + 1) + " of " + token.length()
                    + ", that no token has; check that its file holds the token alone");
        }
        return new Token(service.origin(), token);
    }

    /** {@code 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="}. */
    private static int firstOdd(String token) {
        int at = 0;
        while (at < token.length() && isTokenCharacter(token.charAt(at))) {
            at++;
        }
        while (at > 0 && at < token.length() && token.charAt(at) == '=') {
            at++;
        }
        return at;
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~+/".indexOf(c) >= 0;
    }

    /**
     * Tells whether a service may see this token.
     *
     * @param service who would get it
     * @return whether scheme, host and port are those of the service that it was made for
     */
    public boolean isFor(ServiceUrl service) {
        return origin.equals(service.origin());
    }

    /**
     * Returns the secret as the Authorization header takes it. For the request alone: never for a message.
     *
     * @return {@code Bearer} and the token
     */
    public String authorization() {
        return "Bearer " + text;
    }

    /** Names the origin only. */
    @Override
    public String toString() {
        return "Token for " + origin;
    }
}
