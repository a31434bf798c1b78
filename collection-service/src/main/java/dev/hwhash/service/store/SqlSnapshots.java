// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.Field;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.export.DeviceSnapshot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Opens snapshots of devices, each on a connection of its own. Thread-safe. */
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

    /**
     * Opens snapshots of the devices that somebody selected, whatever their state.
     *
     * @param selection its number
     * @return snapshots of its devices that are still there
     */
    public DeviceSnapshot.Source ofSelection(long selection) {
        return (fields, states) -> open(fields, SnapshotScope.ofSelection(selection));
    }

    @Override
    public DeviceSnapshot open(Set<Field> fields, Set<DeviceState> states) throws IOException {
        return open(fields, SnapshotScope.ofStates(states));
    }

    private DeviceSnapshot open(Set<Field> fields, SnapshotScope scope) throws IOException {
        try {
            Connection connection = database.connection();
            try {
                // From the first statement on, what others commit is not seen.
                connection.setAutoCommit(false);
                return new SqlSnapshot(connection, fields, scope);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlSnapshot.unreadable(e);
        }
    }
}
