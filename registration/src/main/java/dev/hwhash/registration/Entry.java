// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import dev.hwhash.device.DeviceRecord;
import java.util.UUID;

/**
 * One device that shall be registered. Immutable and thread-safe.
 *
 * @param id a random UUID that stays the same for each attempt: Graph gets it as {@code importId}
 * @param device what is known of it; the group tag is the name of the batch for Partner Center
 */
public record Entry(UUID id, DeviceRecord device) {}
