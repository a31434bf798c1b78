// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.intake.Submission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Gives new devices and reports their numbers, none twice. Used by one thread. */
interface Numbering {

    /** Returns the one of a database. */
    static Numbering of(Connection connection, Dialect dialect) throws SQLException {
        return dialect == Dialect.SQLITE ? new SoleNumbering(connection) : new SharedNumbering(connection);
    }

    /** Begins a group, in its transaction; until that ends, no other writer stores what is the same. */
    void begin(List<Submission> group) throws SQLException;

    /** Returns the number of a new report. */
    long nextReport();

    /** Returns the number of a new device. */
    long nextDevice();
}
