// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.credential;

import dev.hwhash.registration.endpoint.Origin;

/**
 * A bearer token, bound to the origin that it was asked for. Immutable and thread-safe. Two are never equal: nothing
 * has to compare them.
 */
public final class AccessToken {

    private final Origin origin;
    private final String text;

    /**
     * Binds a token.
     *
     * @param origin who may see it
     * @param text the token
     */
    public AccessToken(Origin origin, String text) {
        this.origin = origin;
        this.text = text;
    }

    /**
     * Returns the secret as the Authorization header takes it. For the request alone: never for a message.
     *
     * @param to who would get it
     * @return {@code Bearer} and the token
     * @throws IllegalArgumentException if that is somebody else than it was asked for
     */
    public String authorization(Origin to) {
        if (!origin.equals(to)) {
            throw new IllegalArgumentException(this + " is not for " + to);
        }
        return "Bearer " + text;
    }

    /** Names the origin only. */
    @Override
    public String toString() {
        return "access token for " + origin;
    }
}
