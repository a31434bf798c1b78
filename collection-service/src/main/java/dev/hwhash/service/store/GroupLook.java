// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.service.intake.KnownDevice;
import dev.hwhash.service.intake.Submission;
import dev.hwhash.service.store.StoredRows.Earlier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what the reports of a group have to be compared with. Used by one thread, in its transaction. */
interface GroupLook {

    /** Returns the one of a database: where a statement is a way over the network, a group looks at once. */
    static GroupLook of(Connection connection, Statements statements, Dialect dialect) throws SQLException {
        StoredRows each = new StoredRows(statements, dialect);
        return dialect == Dialect.SQLITE ? each : new PrefetchedRows(connection, each);
    }

    /** Begins a group. */
    void begin(List<Submission> group) throws SQLException;

    /** Returns a report that came before. */
    Optional<Earlier> report(UUID id) throws SQLException;

    /** Returns the devices that share an identifier, those of the surest first. */
    List<KnownDevice> candidates(DeviceIdentity identity) throws SQLException;
}
