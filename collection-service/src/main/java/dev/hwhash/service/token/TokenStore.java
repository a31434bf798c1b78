// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import dev.hwhash.service.audit.Actor;
import java.time.Instant;
import java.util.List;

/** Where tokens are kept. For use by many threads at once. */
public interface TokenStore extends TokenLookup {

    /**
     * Returns every token, revoked and expired ones too.
     *
     * @return by id, from the oldest
     */
    List<Token> all();

    /**
     * Keeps a new one and writes so into the audit log; on disk when this returns.
     *
     * @param token what it is for
     * @param hash of its text
     * @param actor who makes it
     * @param now the time
     * @return its id
     */
    long add(NewToken token, TokenHash hash, Actor actor, Instant now);

    /**
     * Revokes one and writes so into the audit log; on disk when this returns. One that is revoked stays so.
     *
     * @param id its number
     * @param actor who revokes it
     * @param now the time
     * @return false where there is none with that id
     */
    boolean revoke(long id, Actor actor, Instant now);
}
