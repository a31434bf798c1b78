// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.registration.RegistrationState;
import dev.hwhash.service.registration.StockRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What the service believes to be registered, in the database. Thread-safe. */
public final class SqlStockRecords implements StockRecords {

    private static final String SETTING = "registrationCheckedAt";

    /** By number: what is added keeps an index on the state from giving them in another order. */
    private static final String PIECE = "SELECT g.device, g.state, g.target_id, r.serial_number FROM registration g"
            + " JOIN decision d ON d.id = g.decision JOIN report r ON r.id = d.report"
            + " WHERE g.device > ? AND g.state || '' IN ('registered', 'already-registered', 'missing')"
            + " AND +g.changed_at <= ? ORDER BY g.device LIMIT ?";

    private static final String GONE = "UPDATE registration SET state = 'missing', changed_at = ? WHERE device = ?"
            + " AND state IN ('registered', 'already-registered') AND changed_at <= ?";

    private static final String BACK = "UPDATE registration SET state = 'registered', changed_at = ? WHERE device = ?"
            + " AND state = 'missing' AND changed_at <= ?";

    private final WriteTransactions writing;
    private final Jdbi reading;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database where changes go
     * @param reading the same, for looks
     * @param clock says when something was noted
     */
    public SqlStockRecords(Database database, ReadOnlyDatabase reading, Clock clock) {
        this.writing = new WriteTransactions(database);
        this.reading = reading.jdbi();
        this.clock = clock;
    }

    @Override
    public Optional<Instant> checkedAt() {
        return reading.withHandle(handle -> handle.createQuery("SELECT value FROM setting WHERE name = ?")
                .bind(0, SETTING)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    @Override
    public void checked(Instant at) {
        String sql = "INSERT INTO setting (name, value) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        String millis = Long.toString(at.toEpochMilli());
        writing.run("the time of the comparison cannot be stored", connection -> {
            try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), SETTING, millis)) {
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Set<String> batches() {
        return reading.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT batch FROM registration WHERE batch IS NOT NULL")
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }

    @Override
    public List<Known> piece(long after, Instant before, int most) {
        return reading.withHandle(handle -> handle.createQuery(PIECE)
                .bind(0, after)
                .bind(1, before.toEpochMilli())
                .bind(2, most)
                .map((row, context) -> new Known(
                        row.getLong(1),
                        RegistrationState.named(row.getString(2)).orElseThrow(),
                        Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getString(4))))
                .list());
    }

    @Override
    public void note(List<Long> gone, List<Long> back, Instant before) {
        Instant now = clock.instant();
        writing.run("what was deleted at the target cannot be noted", connection -> {
            int missing = update(connection, GONE, gone, now, before);
            update(connection, BACK, back, now, before);
            if (missing > 0) {
                String detail = missing == 1 ? "1 device" : missing + " devices";
                AuditRows.insert(connection, now, Actor.SERVICE, AuditAction.REGISTRATION_MISSING, detail);
            }
            return missing;
        });
    }

    private static int update(Connection connection, String sql, List<Long> devices, Instant now, Instant before)
            throws SQLException {
        int updated = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long device : devices) {
                updated += Statements.bind(statement, now.toEpochMilli(), device, before.toEpochMilli())
                        .executeUpdate();
            }
        }
        return updated;
    }
}
