// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import java.util.Optional;

/** What Intune is asked about a device of ours. Pure. */
final class Device {

    private Device() {}

    /** Returns the serial number by which it can be looked up; empty where none tells it apart. */
    static Optional<String> serial(Entry entry) {
        return DeviceIdentity.of(entry.device()).serialNumber();
    }

    /** Compares exactly, but for blanks around: the filter of Graph finds more than was asked for. */
    static boolean isSerial(String serial, String seen) {
        return serial.equals(seen.strip());
    }

    /** Returns a part of a serial number that a filter can look for: blanks in it have been seen to find nothing. */
    static String searchable(String serial) {
        String longest = "";
        for (String part : serial.strip().split("\\s+", -1)) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest;
    }

    static String value(Entry entry, Field field) {
        return entry.device().value(field).orElse("");
    }
}
