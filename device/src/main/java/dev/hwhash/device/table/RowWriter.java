// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;

/** Writes the rows of a new file, one after the other, however many. Immutable and thread-safe. */
public interface RowWriter {

    /**
     * Returns what the file starts with.
     *
     * @return byte order mark and header, as far as the format and the encoding have them
     */
    byte[] start();

    /**
     * Writes a row.
     *
     * @param device what the row says, without the hash
     * @param hash its hash
     * @param out where to; nothing is added if the row is refused
     * @return the fields left empty because of a comma that the format cannot hold; the hash says the same
     * @throws CannotHoldException if a value that must not be lost cannot be written
     */
    Set<Field> write(DeviceRecord device, Optional<HardwareHash> hash, ByteArrayOutputStream out)
            throws CannotHoldException;
}
