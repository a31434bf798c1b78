// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Decision;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code decision}, and what a decision makes of its device. For one transaction. */
final class DecisionRows {

    private static final String LAST =
            "SELECT id, verdict, report_id, content_sha256, group_tag, assigned_user, account,"
                    + " decided_at FROM decision WHERE device = ? ORDER BY id DESC LIMIT 1";

    private static final String INSERT = "INSERT INTO decision (device, report, report_id, content_sha256, verdict,"
            + " group_tag, assigned_user, account, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";

    /** Of the report alone: nothing that another report has brought stays in what is exported. */
    private static final String APPROVE = "UPDATE device SET state = 'approved',"
            + " (serial_number, windows_product_id, manufacturer, model, captured_at, flags, newest_report, hash_report)"
            + " = (SELECT r.serial_number, r.windows_product_id, r.manufacturer, r.model, r.captured_at, r.flags, r.id,"
            + " h.report FROM report r LEFT JOIN hardware_hash h ON h.report = r.id WHERE r.id = ?),"
            + " group_tag = ?, assigned_user = ? WHERE id = ?";

    private static final String REJECT = "UPDATE device SET state = 'rejected' WHERE id = ?";

    private final PreparedStatement last;
    private final PreparedStatement insert;
    private final PreparedStatement approve;
    private final PreparedStatement reject;

    DecisionRows(Connection connection) throws SQLException {
        Statements statements = new Statements(connection);
        last = statements.prepare(LAST);
        insert = statements.prepare(INSERT);
        approve = statements.prepare(APPROVE);
        reject = statements.prepare(REJECT);
    }

    Optional<Decision> last(long device) throws SQLException {
        try (ResultSet row = Statements.bind(last, device).executeQuery()) {
            return row.next() ? Optional.of(decision(row)) : Optional.empty();
        }
    }

    /** Writes the decision and changes the device. */
    Decision take(Order order, long report, String account, Instant now) throws SQLException {
        Assignment assignment = order.assignment();
        Statements.bind(
                insert,
                order.device(),
                report,
                order.reportId(),
                order.content(),
                order.verdict(),
                assignment.groupTag(),
                assignment.assignedUser(),
                account,
                now.toEpochMilli());
        long id;
        try (ResultSet row = insert.executeQuery()) {
            row.next();
            id = row.getLong(1);
        }
        if (order.verdict() == Verdict.APPROVED) {
            Statements.bind(approve, report, assignment.groupTag(), assignment.assignedUser(), order.device())
                    .executeUpdate();
        } else {
            Statements.bind(reject, order.device()).executeUpdate();
        }
        return new Decision(id, order.verdict(), order.reportId(), order.content(), assignment, account, now);
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong(1),
                Verdict.named(row.getString(2)).orElseThrow(),
                row.getString(3),
                row.getString(4),
                new Assignment(Optional.ofNullable(row.getString(5)), Optional.ofNullable(row.getString(6))),
                row.getString(7),
                Instant.ofEpochMilli(row.getLong(8)));
    }
}
