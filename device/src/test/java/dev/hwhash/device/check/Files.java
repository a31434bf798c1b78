// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.hash.SyntheticHash;

/** Files as importers want them, for tests to spoil. */
final class Files {

    static final String SERIAL = "HWHASH-0001";
    static final SyntheticHash DEVICE = SyntheticHash.of(SERIAL);
    static final String HASH = DEVICE.text();

    private Files() {}

    static String intune(String... rows) {
        return lines("Device Serial Number,Windows Product ID,Hardware Hash", rows);
    }

    /** With all columns; cells are serial number, product ID, hash, tag and user. */
    static String tagged(String... rows) {
        return lines("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User", rows);
    }

    static String partner(String... rows) {
        return lines("Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model", rows);
    }

    static String managed(String... rows) {
        return lines("Manufacturer,Model,Serial Number,Hardware Hash", rows);
    }

    static String row(String serialNumber, SyntheticHash hash) {
        return serialNumber + ",," + hash.text();
    }

    static String row(String serialNumber) {
        return row(serialNumber, SyntheticHash.of(serialNumber));
    }

    static String lines(String header, String... rows) {
        return header + "\r\n" + String.join("\r\n", rows) + (rows.length == 0 ? "" : "\r\n");
    }
}
