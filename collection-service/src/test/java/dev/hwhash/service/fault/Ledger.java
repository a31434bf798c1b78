// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.store.PostgreSqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What outboxes believe, against what the database holds: each acknowledged report once, the rest still in an outbox. */
final class Ledger {

    private final PostgreSqlServer server;
    private final Map<UUID, String> stored = new HashMap<>();
    private int doubled;

    private Ledger(PostgreSqlServer server) {
        this.server = server;
    }

    /**
     * Compares, empties the outboxes into a service, compares again, and prints what was counted behind the words.
     */
    static void settle(String words, PostgreSqlServer server, ServiceProcess service, Outboxes outboxes)
            throws SQLException {
        Ledger ledger = new Ledger(server);
        ledger.read();
        Set<UUID> lost = new HashSet<>(outboxes.acknowledged().keySet());
        lost.removeAll(ledger.stored.keySet());
        int waiting = outboxes.sent().size() - outboxes.acknowledged().size();
        System.out.println(words + ": " + outboxes.sent().size() + " reports sent, "
                + outboxes.acknowledged().size() + " acknowledged, " + waiting + " in the outboxes, "
                + ledger.stored.keySet().stream()
                        .filter(outboxes.sent()::containsKey)
                        .count() + " stored, "
                + ledger.doubled + " doubled, " + lost.size() + " lost; answers " + outboxes.answers()
                + "; longest request " + outboxes.longestMillis() + " ms");
        assertThat(lost).as("acknowledged and not there").isEmpty();
        outboxes.acknowledged()
                .forEach((id, receivedAt) -> assertThat(ledger.stored.get(id))
                        .as("the receipt says when it was stored")
                        .isEqualTo(receivedAt));
        assertThat(outboxes.answers()).doesNotContainKeys("500 defect", "another's receipt");
        outboxes.sent().forEach((id, body) -> {
            if (!outboxes.acknowledged().containsKey(id)) {
                assertThat(service.put(id, body).status()).isIn(200, 201);
            }
        });
        ledger.read();
        assertThat(ledger.stored).containsKeys(outboxes.sent().keySet().toArray(UUID[]::new));
        assertThat(ledger.doubled).as("reports or devices there twice").isZero();
    }

    private void read() throws SQLException {
        stored.clear();
        doubled = 0;
        try (Connection connection = server.connect("postgres");
                ResultSet rows =
                        connection.createStatement().executeQuery("SELECT report_id, received_at FROM report")) {
            while (rows.next()) {
                String earlier = stored.put(
                        UUID.fromString(rows.getString(1)),
                        Instant.ofEpochMilli(rows.getLong(2)).toString());
                doubled += earlier == null ? 0 : 1;
            }
            try (ResultSet twice = connection
                    .createStatement()
                    .executeQuery("SELECT count(*) - count(DISTINCT serial_number) FROM device")) {
                twice.next();
                doubled += twice.getInt(1);
            }
        }
    }
}
