// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import dev.hwhash.service.audit.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes, lists and revokes tokens. Thread-safe. */
public final class TokenMaker {

    private final TokenStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes a maker.
     *
     * @param store where tokens are kept
     * @param clock says when they are made
     */
    public TokenMaker(TokenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @param token what the service knows of it
     * @param secret its only copy
     */
    public record Made(Token token, TokenSecret secret) {}

    /**
     * Makes a token; it is taken from now on.
     *
     * @param wanted what for
     * @param actor who makes it
     * @return the token with its secret
     */
    public Made make(NewToken wanted, Actor actor) {
        TokenSecret secret = TokenSecret.random(wanted.kind(), random);
        return new Made(keep(wanted, secret, actor), secret);
    }

    /**
     * Makes the secret alone, for one who has to put it in a safe place before it is taken.
     *
     * @param kind what it shall be good for
     * @return to be handed to {@link #keep}
     */
    public TokenSecret secret(TokenKind kind) {
        return TokenSecret.random(kind, random);
    }

    /**
     * Takes a secret as a token from now on.
     *
     * @param wanted what for
     * @param secret made for it
     * @param actor who makes it
     * @return what the service knows of it
     */
    public Token keep(NewToken wanted, TokenSecret secret, Actor actor) {
        Instant now = clock.instant();
        long id = store.add(wanted, secret.hash(), actor, now);
        return new Token(
                id,
                secret.hash(),
                wanted.kind(),
                wanted.name(),
                now,
                wanted.expiresAt(),
                wanted.useLimit(),
                0,
                Optional.empty());
    }

    /**
     * Returns every token.
     *
     * @return by id, from the oldest
     */
    public List<Token> all() {
        return store.all();
    }

    /**
     * Revokes a token; it is refused from now on.
     *
     * @param id its number
     * @param actor who revokes it
     * @return false where there is none with that id
     */
    public boolean revoke(long id, Actor actor) {
        return store.revoke(id, actor, clock.instant());
    }
}
