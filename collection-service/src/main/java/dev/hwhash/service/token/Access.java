// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

/** What came of a look at a token. */
public sealed interface Access {

    /**
     * The bearer may do it.
     *
     * @param token by which
     */
    record Allowed(Token token) implements Access {}

    /** Missing, malformed, unknown, expired or revoked: the bearer is not told which. */
    record Refused() implements Access {}

    /**
     * A good token, but of a kind that is not for this.
     *
     * @param token by which
     */
    record WrongKind(Token token) implements Access {}
}
