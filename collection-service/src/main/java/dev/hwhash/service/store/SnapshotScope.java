// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.DeviceState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which devices a snapshot has. Immutable.
 *
 * @param devices tables, in which a device is called {@code d}
 * @param condition of each row
 * @param order by which the devices come: of their numbers, from the table that is read first
 * @param values what is bound to the condition
 */
record SnapshotScope(String devices, String condition, String order, List<Object> values) {

    /** Those that are not wanted are named: an index on the state would have the devices come in another order. */
    static SnapshotScope ofStates(Set<DeviceState> states) {
        List<Object> others = Arrays.stream(DeviceState.values())
                .filter(state -> !states.contains(state))
                .map(Object.class::cast)
                .toList();
        String places = String.join(", ", others.stream().map(other -> "?").toList());
        return new SnapshotScope(
                "device d", others.isEmpty() ? "TRUE" : "d.state NOT IN (" + places + ")", "d.id", others);
    }

    static SnapshotScope ofSelection(long selection) {
        return new SnapshotScope(
                "selection_member m JOIN device d ON d.id = m.device",
                "m.selection = ?",
                "m.device",
                List.of(selection));
    }

    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return Statements.bind(connection.prepareStatement(sql), values.toArray());
    }
}
