// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

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
     * Keeps a new one; on disk when this returns.
     *
     * @param token what it is for
     * @param hash of its text
     * @param now the time
     * @return its id
     */
    long add(NewToken token, TokenHash hash, Instant now);

    /**
     * Revokes one; on disk when this returns. One that is revoked stays so.
     *
     * @param id its number
     * @param now the time
     * @return false where there is none with that id
     */
    boolean revoke(long id, Instant now);
}
