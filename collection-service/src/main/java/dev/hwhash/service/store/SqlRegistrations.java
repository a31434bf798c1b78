// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.Decision;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.registration.RegistrationState;
import dev.hwhash.service.registration.RegistrationView;
import dev.hwhash.service.registration.Registrations;
import dev.hwhash.service.store.RegistrationRows.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What became of approved devices, in the database. Thread-safe. */
public final class SqlRegistrations implements Registrations {

    private static final String VIEW =
            "SELECT d.verdict, d.decided_at, g.state, g.changed_at, g.target_id, g.code, g.name,"
                    + " g.words FROM decision d LEFT JOIN registration g ON g.device = d.device"
                    + " WHERE d.device = ? ORDER BY d.id DESC LIMIT 1";

    private static final String LAST_REGISTERED =
            "SELECT max(changed_at) AS last FROM registration" + " WHERE state IN ('registered', 'already-registered')";

    private final WriteTransactions writing;
    private final Jdbi reading;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database where orders go
     * @param reading the same, for looks
     * @param clock says when
     */
    public SqlRegistrations(Database database, ReadOnlyDatabase reading, Clock clock) {
        this.writing = new WriteTransactions(database);
        this.reading = reading.jdbi();
        this.clock = clock;
    }

    @Override
    public Optional<RegistrationView> view(long device) {
        return reading.withHandle(handle -> handle.createQuery(VIEW)
                .bind(0, device)
                .map((row, context) -> view(row))
                .findOne()
                .flatMap(view -> view));
    }

    private static Optional<RegistrationView> view(ResultSet row) throws SQLException {
        boolean approved = Verdict.named(row.getString(1)).orElseThrow() == Verdict.APPROVED;
        Optional<RegistrationState> state = Optional.ofNullable(row.getString(3))
                .map(name -> RegistrationState.named(name).orElseThrow());
        if (state.isEmpty()) {
            // The decision is there, and will be read within a second.
            return approved ? Optional.of(queued(Instant.ofEpochMilli(row.getLong(2)))) : Optional.empty();
        }
        String refusal = Stream.of(row.getString(6), row.getString(7))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
        return Optional.of(new RegistrationView(
                state.get(),
                Instant.ofEpochMilli(row.getLong(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.of(refusal).filter(text -> !text.isEmpty()),
                Optional.ofNullable(row.getString(8)),
                approved));
    }

    private static RegistrationView queued(Instant at) {
        return new RegistrationView(
                RegistrationState.QUEUED, at, Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    @Override
    public Again orderAgain(long device, Actor actor) {
        return writing.run(
                "the device cannot be queued", connection -> orderAgain(connection, device, actor, clock.instant()));
    }

    private static Again orderAgain(Connection connection, long device, Actor actor, Instant now) throws SQLException {
        RegistrationRows registrations = new RegistrationRows(connection, now.toEpochMilli());
        Optional<Row> row = registrations.ofDevice(device);
        Optional<Decision> decision = new DecisionRows(connection).last(device);
        if (row.isEmpty() || decision.isEmpty()) {
            return Again.UNKNOWN;
        }
        if (!row.get().order().state().mayBeOrderedAgain()) {
            return Again.NOT_NEEDED;
        }
        if (decision.get().verdict() != Verdict.APPROVED) {
            return Again.NOT_APPROVED;
        }
        registrations.queue(device, decision.get().id());
        String detail = "device " + device + ", report " + decision.get().content();
        AuditRows.insert(connection, now, actor, AuditAction.REGISTRATION_ORDERED, detail);
        return Again.QUEUED;
    }

    @Override
    public Map<RegistrationState, Long> counts() {
        return reading.withHandle(handle -> handle.createQuery(
                        "SELECT state, count(*) FROM registration GROUP BY state")
                .map((row, context) ->
                        Map.entry(RegistrationState.named(row.getString(1)).orElseThrow(), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Optional<Instant> lastRegistered() {
        return reading.withHandle(handle -> handle.createQuery(LAST_REGISTERED)
                .map((row, context) -> row.getLong(1))
                .findOne()
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli));
    }
}
