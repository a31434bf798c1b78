// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.registration.Decided;
import dev.hwhash.service.registration.QueueRules;
import dev.hwhash.service.store.RegistrationRows.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes orders of decisions, each once: the table {@code decision} is the queue, and a setting says how far it was read.
 * So an approval and its order cannot come apart, whoever approved and whenever. For one transaction.
 */
final class DecisionReader {

    static final String UNREAD = "SELECT id, device, verdict, report, group_tag, assigned_user FROM decision WHERE id >"
            + " coalesce((SELECT CAST(value AS BIGINT) FROM setting WHERE name = 'registrationDecisions'), 0)"
            + " ORDER BY id LIMIT ";

    /** Some ten milliseconds. */
    private static final int MOST = 200;

    private static final String READ = "INSERT INTO setting (name, value) VALUES ('registrationDecisions', ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private final Connection connection;
    private final RegistrationRows registrations;

    DecisionReader(Connection connection, RegistrationRows registrations) {
        this.connection = connection;
        this.registrations = registrations;
    }

    /** Reads some; returns whether there may be more. */
    boolean read() throws SQLException {
        List<Decided> unread = unread();
        for (Decided each : unread) {
            registrations.change(
                    QueueRules.after(registrations.ofDevice(each.device()).map(Row::order), each), each);
        }
        if (!unread.isEmpty()) {
            String last = Long.toString(unread.get(unread.size() - 1).id());
            try (PreparedStatement statement = Statements.bind(connection.prepareStatement(READ), last)) {
                statement.executeUpdate();
            }
        }
        return unread.size() == MOST;
    }

    private List<Decided> unread() throws SQLException {
        List<Decided> unread = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(UNREAD + MOST);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                unread.add(new Decided(
                        rows.getLong(1),
                        rows.getLong(2),
                        Verdict.named(rows.getString(3)).orElseThrow(),
                        RegistrationRows.approved(rows, 4)));
            }
        }
        return unread;
    }
}
