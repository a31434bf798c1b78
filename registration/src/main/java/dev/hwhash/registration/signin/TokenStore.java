// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import java.util.Optional;

/** Where a user's tokens outlast a run. Implementations are used by one thread at a time. */
public interface TokenStore {

    /** Keeps nothing: for an app, which can ask for a token at any time. */
    TokenStore NONE = new TokenStore() {
        @Override
        public Optional<String> load() {
            return Optional.empty();
        }

        @Override
        public void save(String tokens) {}
    };

    /**
     * Returns what was saved last.
     *
     * @return MSAL's own text, a secret; empty where there is none
     * @throws TokenStoreException if it is there and cannot be read
     */
    Optional<String> load() throws TokenStoreException;

    /**
     * Keeps tokens in the place of those before.
     *
     * @param tokens MSAL's own text, a secret
     * @throws TokenStoreException if they cannot be kept
     */
    void save(String tokens) throws TokenStoreException;
}
