// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.Field;
import dev.hwhash.service.approval.DeviceState;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Devices as they were at one moment, the oldest first, whatever is written meanwhile. For one thread. Whoever opens
 * it closes it soon: the database keeps what others change for as long.
 */
public interface DeviceSnapshot extends AutoCloseable {

    /** Opens snapshots. For use by many threads at once. */
    interface Source {

        /**
         * Opens a snapshot of this moment.
         *
         * @param fields what of each device is wanted
         * @param states which devices are wanted
         * @return to be closed by the caller
         * @throws IOException if the database cannot be read
         */
        DeviceSnapshot open(Set<Field> fields, Set<DeviceState> states) throws IOException;
    }

    /**
     * Returns which of the columns that a file has only where they are needed are needed.
     *
     * @return of {@link Field#GROUP_TAG} and {@link Field#ASSIGNED_USER} those that were asked for and any device has
     * @throws IOException if the database cannot be read
     */
    Set<Field> optionalColumns() throws IOException;

    /**
     * Reads on.
     *
     * @return the next device, or empty at the end
     * @throws IOException if the database cannot be read
     */
    Optional<StoredDevice> next() throws IOException;

    /**
     * Goes back before the first device, of the same moment.
     *
     * @throws IOException if the database cannot be read
     */
    void rewind() throws IOException;

    /** Ends it; never fails. */
    @Override
    void close();
}
