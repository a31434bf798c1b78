// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.selection.BulkOrder;
import dev.hwhash.service.selection.Choice;
import dev.hwhash.service.selection.Member;
import dev.hwhash.service.selection.MemberOutcome;
import dev.hwhash.service.selection.SelectionView;
import dev.hwhash.service.selection.Selections;
import dev.hwhash.service.store.PickedDevices.Picked;
import dev.hwhash.service.store.SelectionRows.Ordered;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Selections in the database. Thread-safe. */
public final class SqlSelections implements Selections {

    /** In one transaction; some ten milliseconds. */
    private static final int PIECE = 2_000;

    private final WriteTransactions writing;
    private final Jdbi reading;
    private final Dialect dialect;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database where selections go
     * @param reading the same, for those who only look
     * @param clock says when somebody selects and decides
     */
    public SqlSelections(Database database, ReadOnlyDatabase reading, Clock clock) {
        this.writing = new WriteTransactions(database);
        this.reading = reading.jdbi();
        this.dialect = reading.dialect();
        this.clock = clock;
    }

    @Override
    public Made make(long account, Choice choice) {
        List<Picked> picked = reading.inTransaction(handle -> new PickedDevices(handle, dialect).of(choice));
        if (picked.isEmpty()) {
            return new Made.Nothing();
        }
        if (picked.size() > Choice.MOST) {
            return new Made.TooMany();
        }
        String what = "the selection cannot be stored";
        long id = writing.run(what, connection -> insert(connection, account));
        for (int from = 0; from < picked.size(); from += PIECE) {
            List<Picked> piece = picked.subList(from, Math.min(from + PIECE, picked.size()));
            writing.run(what, connection -> insert(connection, id, piece));
        }
        return new Made.Done(id);
    }

    private long insert(Connection connection, long account) throws SQLException {
        String sql = "INSERT INTO selection (account, made_at) VALUES (?, ?) RETURNING id";
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), account, clock.millis());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int insert(Connection connection, long selection, List<Picked> devices) throws SQLException {
        String sql = "INSERT INTO selection_member (selection, device, report, seen, decision) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Picked device : devices) {
                Statements.bind(
                                statement,
                                selection,
                                device.device(),
                                device.report(),
                                device.seen(),
                                device.decision())
                        .executeUpdate();
            }
            return devices.size();
        }
    }

    @Override
    public Optional<SelectionView> view(long id, long account) {
        try {
            return reading.inTransaction(handle -> view(handle, id, account));
        } catch (SQLException e) {
            throw StoreException.of("the selection cannot be read", e);
        }
    }

    private static Optional<SelectionView> view(Handle handle, long id, long account) throws SQLException {
        Optional<Long> size = size(handle, id, account);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        Optional<Ordered> ordered = SelectionRows.ordered(handle.getConnection(), id);
        return Optional.of(new SelectionViews(handle, id).view(size.get(), ordered));
    }

    @Override
    public Optional<Long> size(long id, long account) {
        return reading.withHandle(handle -> size(handle, id, account));
    }

    private static Optional<Long> size(Handle handle, long id, long account) {
        return handle.createQuery("SELECT (SELECT count(*) FROM selection_member m WHERE m.selection = s.id)"
                        + " FROM selection s WHERE s.id = ? AND s.account = ?")
                .bind(0, id)
                .bind(1, account)
                .mapTo(Long.class)
                .findOne();
    }

    @Override
    public List<Member> members(long id, MemberOutcome outcome, int most) {
        return reading.withHandle(handle -> handle.createQuery(
                        "SELECT m.device, d.serial_number, m.why FROM selection_member m"
                                + " LEFT JOIN device d ON d.id = m.device"
                                + " WHERE m.selection = ? AND m.outcome = ? ORDER BY m.device LIMIT ?")
                .bind(0, id)
                .bind(1, outcome.toString())
                .bind(2, most)
                .map((row, context) -> new Member(
                        row.getLong(1), Optional.ofNullable(row.getString(2)), Optional.ofNullable(row.getString(3))))
                .list());
    }

    @Override
    public boolean order(long id, long account, BulkOrder order, Actor actor) {
        Optional<Ordered> ordered = writing.run("the order cannot be stored", connection -> {
            SelectionRows.order(connection, id, account, new Ordered(order, actor));
            return SelectionRows.ordered(connection, id);
        });
        return ordered.isPresent()
                && ordered.get().order().equals(order)
                && ordered.get().actor().name().equals(actor.name());
    }

    @Override
    public Optional<Long> step(long id, long after) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return writing.run(
                "the decisions cannot be stored", connection -> new SelectionStep(connection, now).run(id, after));
    }

    /** Asked often: each step takes the first devices that are left, so the last one is done last. */
    @Override
    public List<Long> unfinished() {
        return reading.withHandle(
                handle -> handle.createQuery("SELECT s.id FROM selection s WHERE s.verdict IS NOT NULL"
                                + " AND EXISTS (SELECT 1 FROM selection_member m WHERE m.selection = s.id AND m.outcome IS NULL"
                                + " AND m.device = (SELECT max(x.device) FROM selection_member x WHERE x.selection = s.id))"
                                + " ORDER BY s.id")
                        .mapTo(Long.class)
                        .list());
    }

    @Override
    public void forget(Instant before) {
        List<Long> old = reading.withHandle(
                handle -> handle.createQuery("SELECT id FROM selection WHERE made_at < ? ORDER BY id")
                        .bind(0, before.toEpochMilli())
                        .mapTo(Long.class)
                        .list());
        String what = "an old selection cannot be forgotten";
        for (long id : old) {
            int forgotten;
            do {
                forgotten = writing.run(what, connection -> forgetMembers(connection, id));
            } while (forgotten > 0);
            writing.run(what, connection -> execute(connection, "DELETE FROM selection WHERE id = ?", id));
        }
    }

    private static int forgetMembers(Connection connection, long id) throws SQLException {
        return execute(
                connection,
                "DELETE FROM selection_member WHERE selection = ? AND device IN"
                        + " (SELECT device FROM selection_member WHERE selection = ? ORDER BY device LIMIT " + PIECE
                        + ")",
                id,
                id);
    }

    private static int execute(Connection connection, String sql, Object... ids) throws SQLException {
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), ids)) {
            return statement.executeUpdate();
        }
    }
}
