// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

/**
 * What was last ordered for a device.
 *
 * @param state where it stands
 * @param what what was, or is to be, sent
 */
public record Order(RegistrationState state, Approved what) {}
