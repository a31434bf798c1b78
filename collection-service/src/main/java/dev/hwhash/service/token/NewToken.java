// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody wants a token for.
 *
 * @param kind what it shall be good for
 * @param name what people will call it; may be empty, at most 100 characters
 * @param expiresAt from when on it is refused; empty: never
 * @param useLimit how many new reports it may bring in, from 1; empty: any number
 */
public record NewToken(TokenKind kind, String name, Optional<Instant> expiresAt, OptionalLong useLimit) {

    private static final int LONGEST_NAME = 100;

    /** Refuses a name that is too long and a limit below 1. */
    public NewToken {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "the name has " + name.length() + " characters; the most are " + LONGEST_NAME);
        }
        if (useLimit.isPresent() && useLimit.getAsLong() < 1) {
            throw new IllegalArgumentException("a use limit counts from 1: " + useLimit.getAsLong());
        }
    }
}
