// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.registration.Fate;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.registration.Approved;
import dev.hwhash.service.registration.Decided;
import dev.hwhash.service.registration.Order;
import dev.hwhash.service.registration.QueueRules.Change;
import dev.hwhash.service.registration.RegistrationState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The table {@code registration}. For one transaction. */
final class RegistrationRows {

    private static final String ROW =
            "SELECT g.device, g.state, d.report, d.group_tag, d.assigned_user, r.content_sha256,"
                    + " n.id, n.verdict, n.report, n.group_tag, n.assigned_user"
                    + " FROM registration g JOIN decision d ON d.id = g.decision JOIN report r ON r.id = d.report"
                    + " LEFT JOIN decision n ON n.id = g.next_decision WHERE ";

    private static final String QUEUE = "INSERT INTO registration (device, decision, entry, state, changed_at)"
            + " VALUES (?, ?, ?, 'queued', ?) ON CONFLICT (device) DO UPDATE SET decision = excluded.decision,"
            + " next_decision = NULL, entry = excluded.entry, state = excluded.state, changed_at = excluded.changed_at,"
            + " batch = NULL, target_id = NULL, code = NULL, name = NULL, words = NULL";

    private static final String END = "UPDATE registration SET state = ?, changed_at = ?, target_id = ?, code = ?,"
            + " name = ?, words = ?, next_decision = NULL WHERE device = ?";

    private final Connection connection;
    private final long now;

    /**
     * One of the rows.
     *
     * @param content hash of the report's body
     * @param later the decision that came while it was under way
     */
    record Row(long device, Order order, String content, Optional<Decided> later) {}

    RegistrationRows(Connection connection, long now) {
        this.connection = connection;
        this.now = now;
    }

    Optional<Row> ofDevice(long device) throws SQLException {
        return row("g.device = ?", device);
    }

    Optional<Row> ofEntry(UUID entry) throws SQLException {
        return row("g.entry = ?", entry);
    }

    private Optional<Row> row(String condition, Object value) throws SQLException {
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(ROW + condition), value);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row(row)) : Optional.empty();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        long device = row.getLong(1);
        Order order = new Order(RegistrationState.named(row.getString(2)).orElseThrow(), approved(row, 3));
        long later = row.getLong(7);
        Optional<Decided> decided = later == 0
                ? Optional.empty()
                : Optional.of(new Decided(
                        later, device, Verdict.named(row.getString(8)).orElseThrow(), approved(row, 9)));
        return new Row(device, order, row.getString(6), decided);
    }

    static Approved approved(ResultSet row, int first) throws SQLException {
        return new Approved(
                row.getLong(first),
                new Assignment(
                        Optional.ofNullable(row.getString(first + 1)), Optional.ofNullable(row.getString(first + 2))));
    }

    /** Does what the rules have said of a decision. */
    void change(Change change, Decided decided) throws SQLException {
        switch (change) {
            case QUEUE -> queue(decided.device(), decided.id());
            case LATER ->
                execute("UPDATE registration SET next_decision = ? WHERE device = ?", decided.id(), decided.device());
            case DROP -> execute("DELETE FROM registration WHERE device = ?", decided.device());
            case KEEP -> {}
        }
    }

    /** Queues a new order, by an id that the target has never seen. */
    void queue(long device, long decision) throws SQLException {
        execute(QUEUE, device, decision, UUID.randomUUID(), now);
    }

    /** Queues again, under the same id, what surely did not arrive. */
    void back(Row row) throws SQLException {
        execute(
                "UPDATE registration SET state = 'queued', changed_at = ?, next_decision = NULL WHERE device = ?",
                now,
                row.device());
    }

    /** Writes the end of an order. */
    void end(long device, Fate fate) throws SQLException {
        Optional<Fate.Refused> no = fate instanceof Fate.Refused refused ? Optional.of(refused) : Optional.empty();
        execute(
                END,
                state(fate),
                now,
                targetId(fate),
                no.map(Fate.Refused::code),
                no.map(Fate.Refused::name).flatMap(RegistrationRows::present),
                words(fate),
                device);
    }

    static RegistrationState state(Fate fate) {
        if (fate instanceof Fate.Refused) {
            return RegistrationState.REFUSED;
        }
        return fate instanceof Fate.Registered ? RegistrationState.REGISTERED : RegistrationState.ALREADY_REGISTERED;
    }

    private static Optional<String> targetId(Fate fate) {
        if (fate instanceof Fate.Registered there) {
            return there.deviceId();
        }
        return fate instanceof Fate.AlreadyRegistered there ? there.deviceId() : Optional.empty();
    }

    private static Optional<String> words(Fate fate) {
        if (fate instanceof Fate.Refused no) {
            return present(no.words());
        }
        return fate instanceof Fate.AlreadyRegistered there ? present(there.words()) : Optional.empty();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), values)) {
            statement.executeUpdate();
        }
    }
}
