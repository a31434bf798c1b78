// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

/**
 * How Graph behaves.
 *
 * @param listing how it lists
 * @param throttle how many requests it takes
 * @param lateRegistrationId whether {@code complete} is told once without the registered device's id
 * @param corporateFilterRefused whether filters on corporate identifiers are refused
 */
public record GraphBehaviour(
        Listing listing, Throttle throttle, boolean lateRegistrationId, boolean corporateFilterRefused) {}
