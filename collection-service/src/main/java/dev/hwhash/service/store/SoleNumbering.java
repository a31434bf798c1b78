// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.intake.Submission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The one writer of a data folder counts by itself: asking the database back would cost each report a step. */
final class SoleNumbering implements Numbering {

    private long lastReport;
    private long lastDevice;

    SoleNumbering(Connection connection) throws SQLException {
        lastReport = LastNumbers.of(connection, LastNumbers.REPORT);
        lastDevice = LastNumbers.of(connection, LastNumbers.DEVICE);
    }

    @Override
    public void begin(List<Submission> group) {
        // The transaction is alone.
    }

    @Override
    public long nextReport() {
        return ++lastReport;
    }

    @Override
    public long nextDevice() {
        return ++lastDevice;
    }
}
