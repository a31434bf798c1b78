// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.util.Optional;

/** Finds tokens by what somebody presents. For use by many threads at once. */
public interface TokenLookup {

    /**
     * Looks a token up.
     *
     * @param hash of what somebody presents
     * @return empty where there is none
     */
    Optional<Token> find(TokenHash hash);
}
