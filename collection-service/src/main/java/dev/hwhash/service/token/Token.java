// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the service knows of a token.
 *
 * @param id its number in the database, which may be shown
 * @param hash of its text
 * @param kind what it is good for
 * @param name what people call it; may be empty
 * @param createdAt when it was made
 * @param expiresAt from when on it is refused; empty: never
 * @param useLimit how many new reports it may bring in; empty: any number
 * @param uses how many it has brought in
 * @param revokedAt since when it is refused; empty where nobody revoked it
 */
public record Token(
        long id,
        TokenHash hash,
        TokenKind kind,
        String name,
        Instant createdAt,
        Optional<Instant> expiresAt,
        OptionalLong useLimit,
        long uses,
        Optional<Instant> revokedAt) {

    /**
     * Returns whether the token is taken at all.
     *
     * @param now the time
     * @return false once it is revoked or expired; that it is used up is another matter
     */
    public boolean isValid(Instant now) {
        return revokedAt.isEmpty() && (expiresAt.isEmpty() || now.isBefore(expiresAt.get()));
    }
}
