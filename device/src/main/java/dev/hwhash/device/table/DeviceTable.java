// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Format;
import java.util.List;

/**
 * The text of a file of devices, taken apart. Immutable and thread-safe.
 */
public interface DeviceTable {

    /**
     * Returns the whole text.
     *
     * @return without a byte order mark; never changed but by a {@link TableMerge}
     */
    String text();

    /**
     * Returns the format that the file has.
     *
     * @return what a row there needs and can hold
     */
    Format format();

    /**
     * Returns the rows in the file's order.
     *
     * @return an immutable list
     */
    List<TableRow> rows();

    /**
     * Returns what ends a line.
     *
     * @return {@code \r\n}, {@code \n} or {@code \r}
     */
    String newline();

    /**
     * Fits a device to this file: what a row here would say of it.
     *
     * @param device any device
     * @return the device as it would be read back, and what had to be left out of it
     * @throws CannotHoldException if a value that must not be lost cannot be written
     */
    Fit fit(DeviceRecord device) throws CannotHoldException;

    /**
     * Writes a row.
     *
     * @param device a device that was {@linkplain #fit(DeviceRecord) fitted}
     * @return the line without its end
     */
    String line(DeviceRecord device);

    /**
     * Writes a row in place of another one, keeping what this file has in columns that hwhash does not know.
     *
     * @param device a device that was {@linkplain #fit(DeviceRecord) fitted}
     * @param replaced a row of this table
     * @return the line without its end
     */
    String line(DeviceRecord device, TableRow replaced);
}
