// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

import dev.hwhash.registration.signin.TokenStore;
import dev.hwhash.registration.signin.TokenStoreException;
import java.util.Optional;

/** The tokens of a user, beside the rest of the login. */
final class TokensOfLogin implements TokenStore {

    private final LoginStore store;
    private final Login login;

    TokensOfLogin(LoginStore store, Login login) {
        this.store = store;
        this.login = login;
    }

    /** Another run may have renewed them meanwhile. */
    @Override
    public Optional<String> load() throws TokenStoreException {
        return store.read()
                .filter(now -> now.signIn().equals(login.signIn()))
                .map(Login::tokens)
                .orElse(Optional.empty());
    }

    @Override
    public void save(String tokens) throws TokenStoreException {
        // Somebody may have signed out meanwhile, or as somebody else.
        if (load().isEmpty()) {
            return;
        }
        store.write(new Login(login.endpoints(), login.signIn(), Optional.of(tokens)));
    }
}
