// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import dev.hwhash.device.hash.SyntheticHash;
import java.util.Map;

/** Records for tests, as a PC gives them. */
public final class TestDevices {

    private TestDevices() {}

    /** The default device of a serial number with all that its hash says. */
    public static DeviceRecord device(String serial) {
        return device(SyntheticHash.of(serial), serial);
    }

    /** A device with this hash; manufacturer and model are the defaults of the builder. */
    public static DeviceRecord device(SyntheticHash hash, String serial) {
        return named(serial, "Contoso", "Book 3").with(Field.HARDWARE_HASH, hash.text());
    }

    /** A device without a hash. */
    public static DeviceRecord named(String serial, String manufacturer, String model) {
        return new DeviceRecord(Map.of(
                Field.SERIAL_NUMBER, serial,
                Field.MANUFACTURER, manufacturer,
                Field.MODEL, model));
    }
}
