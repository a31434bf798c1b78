// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.Field;
import dev.hwhash.service.export.DeviceSnapshot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Opens snapshots of all devices, each on a connection of its own. Thread-safe. */
public final class SqlSnapshots implements DeviceSnapshot.Source {

    private final ReadOnlyDatabase database;

    /**
     * Makes one.
     *
     * @param database where the devices are
     */
    public SqlSnapshots(ReadOnlyDatabase database) {
        this.database = database;
    }

    @Override
    public DeviceSnapshot open(Set<Field> fields) throws IOException {
        try {
            Connection connection = database.connection();
            try {
                // From the first statement on, what others commit is not seen.
                connection.setAutoCommit(false);
                return new SqlSnapshot(connection, fields);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlSnapshot.unreadable(e);
        }
    }
}
