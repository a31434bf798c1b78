// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Reads the rows of a file of devices, some at a time, however large it is. Not thread-safe; the rows it gives may be
 * used by any thread, and longer than the reader.
 */
public interface RowReader extends Closeable {

    /**
     * Reads the next rows, as many as were at hand.
     *
     * @return rows in the file's order; empty at its end
     * @throws IOException if the file cannot be read
     * @throws NotADeviceFileException if it is none, or breaks off in a way that leaves no row to go on with
     */
    List<DeviceRow> next() throws IOException, NotADeviceFileException;

    /**
     * Returns what the file is, apart from its rows. What stands behind the header is known as far as it was read.
     *
     * @return the layout as far as it is known now
     */
    FileLayout layout();
}
