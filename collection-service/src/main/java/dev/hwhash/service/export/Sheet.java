// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import java.io.ByteArrayOutputStream;

/** Turns devices into the bytes of a file. Immutable and thread-safe. */
interface Sheet {

    /** Returns what the file starts with. */
    byte[] start();

    /**
     * Writes what the file has of a device.
     *
     * @param out where to
     * @return whether the format holds the device
     */
    boolean add(StoredDevice device, ByteArrayOutputStream out);
}
