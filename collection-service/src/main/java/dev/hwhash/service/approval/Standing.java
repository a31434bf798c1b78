// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import dev.hwhash.device.DeviceRecord;
import java.util.Optional;

/**
 * How a device stands at the moment of an order.
 *
 * @param state its state
 * @param last its last report
 * @param decision the last decision about it
 * @param report what the ordered report says, its hash too
 */
public record Standing(DeviceState state, LastReport last, Optional<Decision> decision, DeviceRecord report) {}
