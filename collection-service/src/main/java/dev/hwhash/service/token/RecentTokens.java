// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Remembers for a second which tokens were found, so that a fleet with one token does not ask the database for each
 * report. For reports only, whose token is looked at again in the transaction that stores them. Thread-safe.
 */
public final class RecentTokens implements TokenLookup {

    private static final long NANOS = 1_000_000_000L;
    private static final int MOST = 1_000;

    private final TokenLookup tokens;
    private final LongSupplier nanoTime;
    private final Map<TokenHash, Found> recent = new ConcurrentHashMap<>();

    private record Found(Token token, long at) {}

    /**
     * Makes one.
     *
     * @param tokens where tokens are looked up
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public RecentTokens(TokenLookup tokens, LongSupplier nanoTime) {
        this.tokens = tokens;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<Token> find(TokenHash hash) {
        long now = nanoTime.getAsLong();
        Found found = recent.get(hash);
        if (found != null && now - found.at() < NANOS) {
            return Optional.of(found.token());
        }
        Optional<Token> token = tokens.find(hash);
        if (recent.size() >= MOST) {
            recent.clear();
        }
        token.ifPresent(each -> recent.put(hash, new Found(each, now)));
        return token;
    }
}
