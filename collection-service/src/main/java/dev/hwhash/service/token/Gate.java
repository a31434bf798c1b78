// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Decides by an Authorization header what its sender may do. Thread-safe. */
public final class Gate {

    private static final String SCHEME = "bearer ";

    /** Hashed where nothing was presented, so that this takes as long. */
    private static final String NOTHING = "hwe_0000000000000000000000000000000000000000000";

    private static final int LONGEST = 200;

    private final TokenLookup tokens;
    private final Clock clock;

    /**
     * Makes a gate.
     *
     * @param tokens where they are kept
     * @param clock says what has expired
     */
    public Gate(TokenLookup tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Looks at a header as RFC 6750, 2.1 has it.
     *
     * @param authorization the header's value; empty where there is none
     * @param wanted the kind that may do it
     * @return what the sender may do; a refusal takes the same steps whatever its reason is
     */
    public Access look(Optional<String> authorization, TokenKind wanted) {
        TokenHash hash = TokenHash.of(presented(authorization).orElse(NOTHING));
        Optional<Token> found = tokens.find(hash);
        if (found.isEmpty() || !found.get().hash().equals(hash) || !found.get().isValid(clock.instant())) {
            return new Access.Refused();
        }
        Token token = found.get();
        return token.kind().mayDo(wanted) ? new Access.Allowed(token) : new Access.WrongKind(token);
    }

    private static Optional<String> presented(Optional<String> authorization) {
        return authorization
                .filter(value -> value.length() <= LONGEST
                        && value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
