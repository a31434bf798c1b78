// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.DeviceIdentity;
import java.time.Instant;

/**
 * What one report said of the board that it was read from.
 *
 * @param device the number of the device that the report was found to be about
 * @param reportId the report's id
 * @param receivedAt when it was stored
 * @param identity by what its board is known, placeholders left out
 */
public record Sighting(long device, String reportId, Instant receivedAt, DeviceIdentity identity) {}
