// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.registration.Order;
import dev.hwhash.service.registration.QueueRules;
import dev.hwhash.service.registration.RegistrationQueue;
import dev.hwhash.service.registration.RegistrationState;
import dev.hwhash.service.store.RegistrationRows.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What shall be registered, in the database. Thread-safe. */
public final class SqlRegistrationQueue implements RegistrationQueue {

    private static final String ENTRIES =
            "SELECT g.entry, r.serial_number, r.windows_product_id, r.manufacturer, r.model,"
                    + " d.group_tag, d.assigned_user, h.text FROM registration g JOIN decision d ON d.id = g.decision"
                    + " JOIN report r ON r.id = d.report LEFT JOIN hardware_hash h ON h.report = r.id"
                    + " WHERE g.state = ? ORDER BY g.changed_at, g.device LIMIT ?";

    private static final List<Field> FIELDS = List.of(
            Field.SERIAL_NUMBER,
            Field.WINDOWS_PRODUCT_ID,
            Field.MANUFACTURER,
            Field.MODEL,
            Field.GROUP_TAG,
            Field.ASSIGNED_USER,
            Field.HARDWARE_HASH);

    private final WriteTransactions writing;
    private final Jdbi reading;
    private final Clock clock;

    /** What is written into the ledger. */
    private interface Note {
        void write(Connection connection, long now) throws SQLException;
    }

    /**
     * Makes one.
     *
     * @param database where orders and their ends go
     * @param reading the same, for looks
     * @param clock says when
     */
    public SqlRegistrationQueue(Database database, ReadOnlyDatabase reading, Clock clock) {
        this.writing = new WriteTransactions(database);
        this.reading = reading.jdbi();
        this.clock = clock;
    }

    @Override
    public boolean readDecisions() {
        boolean unread = reading.withHandle(handle -> handle.createQuery(DecisionReader.UNREAD + "1")
                .map((row, context) -> row.getLong(1))
                .findOne()
                .isPresent());
        return unread
                && writing.run(
                        "approved devices cannot be queued",
                        connection -> new DecisionReader(connection, new RegistrationRows(connection, clock.millis()))
                                .read());
    }

    @Override
    public List<Entry> queued(int most) {
        return reading.withHandle(handle -> entries(handle, RegistrationState.QUEUED, most));
    }

    @Override
    public long countUnderWay() {
        return reading.withHandle(handle -> handle.createQuery("SELECT count(*) FROM registration WHERE state = 'sent'")
                .mapTo(Long.class)
                .one());
    }

    /** In one transaction: a shipment and its devices belong together. */
    @Override
    public UnderWay underWay(int most) {
        try {
            return reading.inTransaction(handle -> new UnderWay(
                    entries(handle, RegistrationState.SENT, most),
                    new ShipmentRows(handle.getConnection(), clock.millis()).unfinished()));
        } catch (SQLException e) {
            throw StoreException.of("what is under way cannot be read", e);
        }
    }

    private static List<Entry> entries(Handle handle, RegistrationState state, int most) {
        return handle.createQuery(ENTRIES)
                .bind(0, state.toString())
                .bind(1, most)
                .map((row, context) -> new Entry(UUID.fromString(row.getString(1)), facts(row)))
                .list();
    }

    private static DeviceRecord facts(ResultSet row) throws SQLException {
        Map<Field, String> facts = new EnumMap<>(Field.class);
        for (int i = 0; i < FIELDS.size(); i++) {
            String value = row.getString(i + 2);
            if (value != null) {
                facts.put(FIELDS.get(i), value);
            }
        }
        return new DeviceRecord(facts);
    }

    @Override
    public void sending(Shipment shipment) throws LedgerException {
        note((connection, now) -> new ShipmentRows(connection, now).sending(shipment));
    }

    @Override
    public void taken(Shipment shipment) throws LedgerException {
        note((connection, now) -> new ShipmentRows(connection, now).taken(shipment));
    }

    @Override
    public void notTaken(Shipment shipment) throws LedgerException {
        note((connection, now) -> {
            ShipmentRows shipments = new ShipmentRows(connection, now);
            RegistrationRows registrations = new RegistrationRows(connection, now);
            shipments.remove(shipment.id());
            for (UUID entry : shipment.devices()) {
                Optional<Row> row = registrations.ofEntry(entry);
                if (row.isPresent() && row.get().order().state() == RegistrationState.SENT && !shipments.holds(entry)) {
                    registrations.back(row.get());
                    later(registrations, row.get(), RegistrationState.QUEUED);
                }
            }
        });
    }

    @Override
    public void ended(UUID device, Fate fate) throws LedgerException {
        note((connection, now) -> {
            RegistrationRows registrations = new RegistrationRows(connection, now);
            Optional<Row> row = registrations.ofEntry(device);
            if (row.isPresent()) {
                registrations.end(row.get().device(), fate);
                audit(connection, now, row.get(), fate);
                later(registrations, row.get(), RegistrationRows.state(fate));
            }
            new ShipmentRows(connection, now).forgetDone();
        });
    }

    /** What was decided while the device was under way. */
    private static void later(RegistrationRows registrations, Row row, RegistrationState end) throws SQLException {
        if (row.later().isPresent()) {
            Order ended = new Order(end, row.order().what());
            registrations.change(
                    QueueRules.afterEnd(ended, row.later().get()), row.later().get());
        }
    }

    private static void audit(Connection connection, long now, Row row, Fate fate) throws SQLException {
        boolean refused = fate instanceof Fate.Refused;
        AuditAction action = refused ? AuditAction.REGISTRATION_REFUSED : AuditAction.DEVICE_REGISTERED;
        String detail = "device " + row.device() + ", report " + row.content()
                + (fate instanceof Fate.Refused no ? ", " + no.code() : "");
        AuditRows.insert(connection, Instant.ofEpochMilli(now), Actor.SERVICE, action, detail);
    }

    private void note(Note note) throws LedgerException {
        String what = "what is registered cannot be noted";
        try {
            writing.run(what, connection -> {
                note.write(connection, clock.millis());
                return true;
            });
        } catch (RuntimeException e) {
            throw new LedgerException(what + "; see to the disk of the service", e);
        }
    }
}
