// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.partner.CustomerId;
import dev.hwhash.registration.signin.SignIn;
import java.util.Optional;

/**
 * How the service registers devices.
 *
 * @param target with whom
 * @param endpoints where that is
 * @param signIn by which right
 * @param customer whose devices they are; empty for Intune
 */
record RegistrationSettings(
        RegistrationTarget target, Endpoints endpoints, SignIn signIn, Optional<CustomerId> customer) {}
