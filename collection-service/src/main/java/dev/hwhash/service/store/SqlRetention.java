// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.retention.RetentionDays;
import dev.hwhash.service.retention.RetentionStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The age of devices in the database. Thread-safe. */
public final class SqlRetention implements RetentionStore {

    private static final String SETTING = "retentionDays";

    /** In one transaction: some ten milliseconds. */
    private static final int DEVICES = 50;

    private static final int REPORTS = 200;

    /** By number: the plus keeps an index on the time from giving them in another order. */
    private static final String OLD_DEVICES =
            "SELECT id FROM device WHERE id > ? AND +last_received_at < ? ORDER BY id LIMIT " + DEVICES;

    private static final String NOT_NEEDED = "NOT EXISTS (SELECT 1 FROM device d WHERE d.id = r.device"
            + " AND (d.newest_report = r.id OR d.hash_report = r.id))"
            + " AND NOT EXISTS (SELECT 1 FROM decision x WHERE x.report = r.id)"
            + " AND r.id <> (SELECT max(last.id) FROM report last WHERE last.device = r.device)";

    private static final String OLD_REPORTS = "SELECT r.id FROM report r WHERE r.id > ? AND r.received_at < ? AND "
            + NOT_NEEDED + " ORDER BY r.id LIMIT " + REPORTS;

    private final Overwriting overwriting;
    private final Dialect dialect;
    private final WriteTransactions writing;
    private final Jdbi reading;
    private final Jdbi patient;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database what is swept
     * @param reading the same, for those who only look
     * @param clock says when something is deleted
     */
    public SqlRetention(Database database, ReadOnlyDatabase reading, Clock clock) {
        this.overwriting = new Overwriting(database);
        this.dialect = database.engine().dialect();
        this.writing = new WriteTransactions(database);
        this.reading = reading.jdbi();
        this.patient = reading.patient();
        this.clock = clock;
    }

    @Override
    public RetentionDays days() {
        return reading.withHandle(handle -> handle.createQuery("SELECT value FROM setting WHERE name = ?")
                .bind(0, SETTING)
                .mapTo(Integer.class)
                .findOne()
                .map(RetentionDays::new)
                .orElse(RetentionDays.FOR_EVER));
    }

    @Override
    public void set(RetentionDays days, Actor actor) {
        String sql = "INSERT INTO setting (name, value) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        String value = Integer.toString(days.days());
        writing.run("the setting cannot be stored", connection -> {
            try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), SETTING, value)) {
                statement.executeUpdate();
            }
            AuditRows.insert(connection, clock.instant(), actor, AuditAction.SETTING_CHANGED, SETTING + " " + value);
            return days;
        });
    }

    @Override
    public long devicesBefore(Instant cutoff) {
        return reading.withHandle(handle -> handle.createQuery("SELECT count(*) FROM device WHERE last_received_at < ?")
                .bind(0, cutoff.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /** Found without the lock, and looked at again under it: a device can report in between. */
    @Override
    public Piece deleteDevices(Instant cutoff, long after) {
        List<Long> old = numbers(OLD_DEVICES, after, cutoff);
        int deleted = old.isEmpty()
                ? 0
                : writing.run("old devices cannot be deleted", connection -> deleteDevices(connection, old, cutoff));
        return piece(deleted, old, after, DEVICES);
    }

    private int deleteDevices(Connection connection, List<Long> devices, Instant cutoff) throws SQLException {
        int deleted = 0;
        for (long device : devices) {
            if (isOld(connection, device, cutoff) && new DeviceEraser(connection, dialect).erase(device)) {
                deleted++;
            }
        }
        if (deleted > 0) {
            AuditRows.insert(
                    connection, clock.instant(), Actor.SERVICE, AuditAction.RETENTION_DELETED, deleted + " devices");
        }
        return deleted;
    }

    private static boolean isOld(Connection connection, long device, Instant cutoff) throws SQLException {
        String sql = "SELECT 1 FROM device WHERE id = ? AND last_received_at < ?";
        try (PreparedStatement statement =
                        Statements.bind(connection.prepareStatement(sql), device, cutoff.toEpochMilli());
                var row = statement.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public Piece deleteReports(Instant cutoff, long after) {
        List<Long> old = numbers(OLD_REPORTS, after, cutoff);
        int deleted = old.isEmpty()
                ? 0
                : writing.run("old reports cannot be deleted", connection -> deleteReports(connection, old));
        return piece(deleted, old, after, REPORTS);
    }

    private int deleteReports(Connection connection, List<Long> reports) throws SQLException {
        String hash = "DELETE FROM hardware_hash WHERE report IN (SELECT r.id FROM report r WHERE r.id = ? AND "
                + NOT_NEEDED + ")";
        String report = "DELETE FROM report AS r WHERE r.id = ? AND " + NOT_NEEDED;
        Overwriting.isDue(connection, dialect);
        int deleted = 0;
        try (PreparedStatement hashes = connection.prepareStatement(hash);
                PreparedStatement rows = connection.prepareStatement(report)) {
            for (long each : reports) {
                Statements.bind(hashes, each).executeUpdate();
                deleted += Statements.bind(rows, each).executeUpdate();
            }
        }
        return deleted;
    }

    private List<Long> numbers(String sql, long after, Instant cutoff) {
        return patient.withHandle(handle -> handle.createQuery(sql)
                .bind(0, after)
                .bind(1, cutoff.toEpochMilli())
                .mapTo(Long.class)
                .list());
    }

    private static Piece piece(int deleted, List<Long> found, long after, int most) {
        long last = found.isEmpty() ? after : found.get(found.size() - 1);
        return new Piece(deleted, last, found.size() < most);
    }

    @Override
    public void overwrite() {
        overwriting.run();
    }
}
