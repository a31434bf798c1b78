// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.DeviceRecord;
import java.time.Instant;

/**
 * The body of a report, read.
 *
 * @param agentVersion of the hwhash that sends it
 * @param collectedAt when the device was read, by its own clock
 * @param source what it was read from, such as {@code wmi}
 * @param device what is known of it
 */
record Message(String agentVersion, Instant collectedAt, String source, DeviceRecord device) {}
