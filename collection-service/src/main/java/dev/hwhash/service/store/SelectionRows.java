// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.selection.BulkOrder;
import dev.hwhash.service.selection.Wanted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What is ordered for a selection, in the table {@code selection}. */
final class SelectionRows {

    private static final String SUGGESTED = "suggested";

    private SelectionRows() {}

    /** An order, and who gave it. */
    record Ordered(BulkOrder order, Actor actor) {}

    /** Returns empty where nothing is ordered, or there is no such selection. */
    static Optional<Ordered> ordered(Connection connection, long id) throws SQLException {
        String sql = "SELECT verdict, tag_mode, group_tag, user_mode, assigned_user, ordered_by, ordered_from"
                + " FROM selection WHERE id = ? AND verdict IS NOT NULL";
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), id);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(ordered(row)) : Optional.empty();
        }
    }

    private static Ordered ordered(ResultSet row) throws SQLException {
        BulkOrder order = new BulkOrder(
                Verdict.named(row.getString(1)).orElseThrow(),
                wanted(row.getString(2), row.getString(3)),
                wanted(row.getString(4), row.getString(5)));
        return new Ordered(order, new Actor(row.getString(6), row.getString(7)));
    }

    private static Wanted wanted(String mode, String value) {
        return mode.equals(SUGGESTED) ? new Wanted.Suggested() : new Wanted.Set(Optional.ofNullable(value));
    }

    /** Writes an order where there is none yet. */
    static void order(Connection connection, long id, long account, Ordered ordered) throws SQLException {
        String sql = "UPDATE selection SET verdict = ?, tag_mode = ?, group_tag = ?, user_mode = ?, assigned_user = ?,"
                + " ordered_by = ?, ordered_from = ? WHERE id = ? AND account = ? AND verdict IS NULL";
        BulkOrder order = ordered.order();
        Assignment set = order.assignment(Assignment.NONE);
        try (PreparedStatement statement = Statements.bind(
                connection.prepareStatement(sql),
                order.verdict(),
                mode(order.tag()),
                set.groupTag(),
                mode(order.user()),
                set.assignedUser(),
                ordered.actor().name(),
                ordered.actor().address(),
                id,
                account)) {
            statement.executeUpdate();
        }
    }

    private static String mode(Wanted wanted) {
        return wanted instanceof Wanted.Suggested ? SUGGESTED : "set";
    }
}
