// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.signin.SignIn;
import java.util.Optional;

/**
 * A sign-in that outlasts a run. Its secret is for its own endpoints alone. Immutable.
 *
 * @param endpoints where it counts
 * @param signIn by which right
 * @param tokens of a user, MSAL's own text, a secret; empty for an app
 */
public record Login(Endpoints endpoints, SignIn signIn, Optional<String> tokens) {

    /** Refuses a user without tokens. */
    public Login {
        if (signIn.ofUser() && tokens.isEmpty()) {
            throw new IllegalArgumentException("a user without tokens");
        }
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return signIn + " of the cloud " + endpoints.cloud();
    }
}
