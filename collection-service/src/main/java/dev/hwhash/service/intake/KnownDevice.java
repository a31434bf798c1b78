// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.DeviceIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * A device that the service has.
 *
 * @param id its number
 * @param identity by what it is known, from all its reports
 * @param capturedAt the time inside the hash from which its facts are; empty where that says nothing
 */
public record KnownDevice(long id, DeviceIdentity identity, Optional<Instant> capturedAt) {}
