// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.registration.Shipment;
import dev.hwhash.service.registration.ChangedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code shipment} and {@code shipment_entry}. For one transaction. */
final class ShipmentRows {

    /** Only what was approved last, and what went out before. */
    private static final String SENT =
            "UPDATE registration SET state = 'sent', changed_at = ?, batch = ? WHERE entry = ?"
                    + " AND (state = 'sent' OR (state = 'queued' AND NOT EXISTS"
                    + " (SELECT 1 FROM decision d WHERE d.device = registration.device AND d.id > registration.decision)))";

    private static final String UNFINISHED = "SELECT DISTINCT s.id, s.batch, s.new_batch, s.tracking, s.sent_at"
            + " FROM registration g JOIN shipment_entry e ON e.entry = g.entry JOIN shipment s ON s.id = e.shipment"
            + " WHERE g.state = 'sent' ORDER BY s.sent_at, s.id";

    private static final String DONE = "SELECT s.id FROM shipment s WHERE NOT EXISTS (SELECT 1 FROM shipment_entry e"
            + " JOIN registration g ON g.entry = e.entry WHERE e.shipment = s.id AND g.state = 'sent')";

    private final Connection connection;
    private final long now;

    ShipmentRows(Connection connection, long now) {
        this.connection = connection;
        this.now = now;
    }

    /** Notes it, and that its devices may have arrived from now on. */
    void sending(Shipment shipment) throws SQLException {
        execute(
                "INSERT INTO shipment (id, batch, new_batch, tracking, sent_at) VALUES (?, ?, ?, ?, ?)",
                shipment.id(),
                shipment.batch(),
                shipment.newBatch() ? 1L : 0L,
                shipment.tracking(),
                now);
        String member = "INSERT INTO shipment_entry (shipment, place, entry) VALUES (?, ?, ?)";
        try (PreparedStatement members = connection.prepareStatement(member);
                PreparedStatement sent = connection.prepareStatement(SENT)) {
            long place = 0;
            for (UUID entry : shipment.devices()) {
                Statements.bind(members, shipment.id(), place++, entry).executeUpdate();
                if (Statements.bind(sent, now, shipment.batch(), entry).executeUpdate() != 1) {
                    throw new ChangedException();
                }
            }
        }
    }

    void taken(Shipment shipment) throws SQLException {
        execute("UPDATE shipment SET tracking = ? WHERE id = ?", shipment.tracking(), shipment.id());
    }

    void remove(UUID shipment) throws SQLException {
        execute("DELETE FROM shipment_entry WHERE shipment = ?", shipment);
        execute("DELETE FROM shipment WHERE id = ?", shipment);
    }

    /** Returns whether an entry stands in a shipment still. */
    boolean holds(UUID entry) throws SQLException {
        return !read("SELECT shipment FROM shipment_entry WHERE entry = ? LIMIT 1", entry)
                .isEmpty();
    }

    /** Forgets the shipments in which nothing is under way any more. */
    void forgetDone() throws SQLException {
        for (String shipment : read(DONE)) {
            remove(UUID.fromString(shipment));
        }
    }

    /** Returns what has a device without an end, the oldest first. */
    List<Shipment> unfinished() throws SQLException {
        List<Shipment> shipments = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(UNFINISHED);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                shipments.add(new Shipment(
                        UUID.fromString(rows.getString(1)),
                        Optional.ofNullable(rows.getString(2)),
                        rows.getLong(3) == 1,
                        entries(rows.getString(1)),
                        Optional.ofNullable(rows.getString(4))));
            }
        }
        return shipments;
    }

    private List<UUID> entries(String shipment) throws SQLException {
        return read("SELECT entry FROM shipment_entry WHERE shipment = ? ORDER BY place", shipment).stream()
                .map(UUID::fromString)
                .toList();
    }

    private List<String> read(String sql, Object... values) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = Statements.bind(connection.prepareStatement(sql), values)) {
            statement.executeUpdate();
        }
    }
}
