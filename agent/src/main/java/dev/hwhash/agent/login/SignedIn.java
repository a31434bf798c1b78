// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.TokenStore;

/**
 * By which right a run registers devices, and where. Immutable.
 *
 * @param signIn the right
 * @param endpoints where
 * @param store where a user's tokens are
 */
public record SignedIn(SignIn signIn, Endpoints endpoints, TokenStore store) {}
