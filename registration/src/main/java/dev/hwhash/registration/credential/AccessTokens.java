// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.credential;

import dev.hwhash.registration.endpoint.Endpoint;
import java.time.Duration;

/** Gives access tokens for one credential. Implementations are thread-safe. */
public interface AccessTokens {

    /** What a token is for. */
    enum Resource {
        /** Microsoft Graph. */
        GRAPH,
        /** The Partner Center API. */
        PARTNER_CENTER
    }

    /**
     * Returns where a resource is.
     *
     * @param resource what is asked for
     * @return the endpoint to which its tokens are bound
     * @throws SignInException if this cloud has no such resource
     */
    Endpoint endpoint(Resource resource) throws SignInException;

    /**
     * Returns a token that is still valid, from memory where there is one.
     *
     * @param resource what it is for
     * @param deadline how long that may take
     * @return a token bound to the resource's origin
     * @throws SignInException if there is none to be had
     */
    AccessToken token(Resource resource, Duration deadline) throws SignInException;

    /**
     * Returns another token than one that was refused with 401.
     *
     * @param resource what it is for
     * @param refused the one that did not count
     * @param deadline how long that may take
     * @return a new token
     * @throws SignInException if there is none to be had
     */
    AccessToken renewed(Resource resource, AccessToken refused, Duration deadline) throws SignInException;

    /**
     * Tells whether a user stands behind the tokens: Partner Center calls that App+User.
     *
     * @return false for an app alone
     */
    boolean ofUser();
}
