// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import java.util.UUID;

/** By which right tokens are asked for. Immutable; no {@code toString} shows a secret or a key. */
public sealed interface SignIn {

    /**
     * Returns where the app is registered, or has consent.
     *
     * @return the directory
     */
    Tenant tenant();

    /**
     * Returns the app.
     *
     * @return its "Application (client) ID"
     */
    UUID clientId();

    /**
     * Tells whether a user stands behind it.
     *
     * @return false for an app alone
     */
    default boolean ofUser() {
        return this instanceof User;
    }

    /**
     * An app that knows a secret.
     *
     * @param tenant the directory
     * @param clientId the app
     * @param secret the value of a client secret, not its id; never empty
     */
    record ClientSecret(Tenant tenant, UUID clientId, String secret) implements SignIn {

        /** Refuses an empty secret. */
        public ClientSecret {
            if (secret.isBlank()) {
                throw new IllegalArgumentException("no client secret");
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "the app " + clientId + " in " + tenant + " by a client secret";
        }
    }

    /**
     * An app that has a key.
     *
     * @param tenant the directory
     * @param clientId the app
     * @param certificate the key, and the certificate that the app registration knows
     */
    record ClientCertificate(Tenant tenant, UUID clientId, CertificateKey certificate) implements SignIn {

        /** Without the key. */
        @Override
        public String toString() {
            return "the app " + clientId + " in " + tenant + " by a client certificate";
        }
    }

    /**
     * A user who has signed in before, and whose tokens are in a {@link TokenStore}.
     *
     * @param tenant the directory
     * @param clientId the app in whose name the user has signed in
     */
    record User(Tenant tenant, UUID clientId) implements SignIn {

        /** Names the app; who the user is stands in the store alone. */
        @Override
        public String toString() {
            return "a user of the app " + clientId + " in " + tenant;
        }
    }
}
