// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import java.time.Instant;

/**
 * An access token that was given out.
 *
 * @param text what the bearer shows
 * @param audience who takes it
 * @param kind who stands behind it
 * @param clientId the app that asked for it
 * @param expires when it ends
 */
public record Token(String text, Audience audience, Kind kind, String clientId, Instant expires) {

    /** Who takes a token. */
    public enum Audience {
        /** Microsoft Graph. */
        GRAPH,
        /** The Partner Center API. */
        PARTNER_CENTER
    }

    /** Who stands behind a token. */
    public enum Kind {
        /** An app alone. */
        APP,
        /** A user who signed in with a second factor, by an app. */
        USER,
        /** A user without a second factor, by an app. */
        USER_WITHOUT_MFA
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "token of " + kind + " for " + audience;
    }
}
