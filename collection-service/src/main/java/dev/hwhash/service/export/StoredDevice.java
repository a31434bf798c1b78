// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;

/**
 * A device as it is stored.
 *
 * @param id its number in the service
 * @param facts what is known of it, as far as was asked for; the hash is intact, since no other is ever stored
 */
public record StoredDevice(long id, DeviceRecord facts) {

    /**
     * Returns how people call it.
     *
     * @return its serial number; empty text where it has none
     */
    String serialNumber() {
        return facts.value(Field.SERIAL_NUMBER).orElse("");
    }
}
