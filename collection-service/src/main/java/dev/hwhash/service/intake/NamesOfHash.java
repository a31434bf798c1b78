// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;

/** Fills in what the report leaves open and its hash knows. */
final class NamesOfHash {

    private NamesOfHash() {}

    /** Returns the record with the hash's text as importers take it, and with its names where the record has none. */
    static DeviceRecord filled(DeviceRecord device, HardwareHash hash) {
        DeviceRecord names = DeviceRecord.EMPTY
                .with(Field.SERIAL_NUMBER, hash.serialNumber().orElse("").strip())
                .with(Field.MANUFACTURER, hash.manufacturer().orElse("").strip())
                .with(Field.MODEL, hash.productName().orElse("").strip());
        return device.with(Field.HARDWARE_HASH, hash.text()).filledFrom(names);
    }
}
