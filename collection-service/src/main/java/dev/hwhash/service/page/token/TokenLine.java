// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.token;

import dev.hwhash.service.token.Token;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A token in a line.
 *
 * @param token what the service knows of it
 * @param standing whether it is taken
 */
public record TokenLine(Token token, Standing standing) {

    /** Whether a token is taken. */
    public enum Standing {
        /** It is taken. */
        VALID,
        /** It has brought in the reports that it may. */
        USED_UP,
        /** Its time is over. */
        EXPIRED,
        /** Somebody revoked it. */
        REVOKED;

        /** Returns the name in the catalogue of texts. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static TokenLine of(Token token, Instant now) {
        OptionalLong limit = token.useLimit();
        Optional<Instant> end = token.expiresAt();
        Standing standing = token.revokedAt().isPresent()
                ? Standing.REVOKED
                : end.isPresent() && !now.isBefore(end.get())
                        ? Standing.EXPIRED
                        : limit.isPresent() && token.uses() >= limit.getAsLong() ? Standing.USED_UP : Standing.VALID;
        return new TokenLine(token, standing);
    }

    /**
     * Returns whether there is anything to revoke.
     *
     * @return false once it is revoked
     */
    public boolean isRevocable() {
        return standing != Standing.REVOKED;
    }

    /**
     * Returns how often it was used, of how often it may.
     *
     * @return a number, or two with a slash between
     */
    public String uses() {
        OptionalLong limit = token.useLimit();
        return limit.isPresent() ? token.uses() + " / " + limit.getAsLong() : Long.toString(token.uses());
    }
}
