// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Shipment;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.account.Account;
import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.PasswordHash;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.retention.RetentionDays;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.selection.BulkOrder;
import dev.hwhash.service.selection.Choice;
import dev.hwhash.service.selection.MemberOutcome;
import dev.hwhash.service.selection.Selections.Made;
import dev.hwhash.service.selection.Wanted;
import dev.hwhash.service.token.BucketStore;
import dev.hwhash.service.token.TokenHash;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Does once, or some times, all that the service ever does with its database. */
final class StoreOperations {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final int SERIALS = 8;
    private static final PasswordHash PASSWORD = new PasswordHash("one");

    private final StoredDevices devices;
    private final Clock clock;

    StoreOperations(StoredDevices devices) {
        this.devices = devices;
        this.clock = devices.new Standing();
    }

    void all() throws Exception {
        reports();
        people();
        decisions();
        registrations();
        looks();
        sweeps();
        replica();
    }

    /** What the replicas agree by. */
    private void replica() {
        DatabaseClock.of(devices.database).measure();
        BucketStore buckets = devices.database.buckets();
        buckets.add("192.0.2.1", 1_000_000, 20);
        buckets.sweep();
        Turn turn = devices.database.turn();
        turn.isMine();
        turn.isMine();
        turn.close();
    }

    /** New devices, known ones with newer and with older facts, the same report twice, two with one name. */
    private void reports() {
        for (int i = 0; i < SERIALS; i++) {
            String serial = "PLAN-" + i;
            devices.report(Bodies.report(serial));
            devices.report(hashed(serial, "2026-05-01T00:00:00Z"));
            devices.report(hashed(serial, "2026-03-01T00:00:00Z"));
        }
        devices.report(Bodies.report("PLAN-0", SyntheticHash.of("PLAN-0").ek(99).text()));
        devices.database.isWritable();
        devices.database
                .jdbi()
                .useHandle(handle -> handle.execute(devices.database.engine().probeRoom()));
    }

    private static byte[] hashed(String serial, String time) {
        return Bodies.report(
                serial, SyntheticHash.of(serial).time(Instant.parse(time)).text());
    }

    private void people() throws UnknownHostException {
        SqlAccounts accounts = new SqlAccounts(devices.database);
        SqlSessions sessions = new SqlSessions(devices.database, devices.reading);
        AccountName name = new AccountName("pat");
        Account pat =
                accounts.add(name, Role.ADMIN, PASSWORD, StoredDevices.KIM, NOW).orElseThrow();
        accounts.add(new AccountName("kim"), Role.ADMIN, PASSWORD, StoredDevices.KIM, NOW);
        accounts.change(pat.id(), PASSWORD, PASSWORD, StoredDevices.PAT, NOW);
        accounts.rehash(pat.id(), PASSWORD, PASSWORD);
        accounts.role(pat.id(), Role.VIEWER, StoredDevices.KIM, NOW);
        accounts.role(pat.id(), Role.ADMIN, StoredDevices.KIM, NOW);
        accounts.disabled(pat.id(), true, StoredDevices.KIM, NOW);
        accounts.disabled(pat.id(), false, StoredDevices.KIM, NOW);
        accounts.all();
        accounts.find(name);
        TokenHash session = TokenHash.of("session");
        TokenHash other = TokenHash.of("other");
        sessions.add(session, pat.id(), PASSWORD, StoredDevices.PAT, NOW);
        sessions.add(other, pat.id(), PASSWORD, StoredDevices.PAT, NOW);
        sessions.find(session);
        sessions.seen(session, NOW.plusSeconds(1));
        sessions.end(session, "192.0.2.1", NOW);
        sessions.sweep(NOW, NOW);
        accounts.reset(pat.id(), PASSWORD, StoredDevices.KIM, NOW);
        SqlAudit audit = new SqlAudit(devices.database, clock);
        audit.write(StoredDevices.PAT, AuditAction.SIGNED_IN, "");
        audit.page(5_000, 50);
        audit.knows(name, InetAddress.getByName("192.0.2.1"));
        SqlTokens tokens = new SqlTokens(devices.database);
        tokens.find(TokenHash.of("none"));
        tokens.revoke(7, StoredDevices.PAT, NOW);
        tokens.revoke(7, StoredDevices.PAT, NOW);
        tokens.all();
    }

    private void decisions() {
        devices.approve(device("PLAN-1"));
        devices.reject(devices.view(device("PLAN-2")), StoredDevices.PAT);
        SqlSelections selections = new SqlSelections(devices.database, devices.reading, clock);
        List<Long> some =
                IntStream.range(0, SERIALS).mapToObj(i -> device("PLAN-" + i)).toList();
        long selection = ((Made.Done) selections.make(1, new Choice.Some(some))).id();
        DeviceFilter pending = DeviceFilter.ALL.withState(Optional.of(DeviceState.REJECTED));
        long found = ((Made.Done) selections.make(1, new Choice.Found(pending))).id();
        BulkOrder order = new BulkOrder(Verdict.APPROVED, new Wanted.Suggested(), new Wanted.Suggested());
        selections.order(selection, 1, order, StoredDevices.PAT);
        selections.unfinished();
        selections.step(selection, 0);
        selections.view(selection, 1);
        selections.members(selection, MemberOutcome.TAKEN, 50);
        StoredDevices.snapshot(new SqlSnapshots(devices.reading).ofSelection(found), Set.of());
        devices.at(NOW.plusSeconds(1));
        selections.forget(NOW.plusSeconds(1));
    }

    private void registrations() throws Exception {
        SqlRegistrationQueue queue = new SqlRegistrationQueue(devices.database, devices.reading, clock);
        SqlRegistrations registrations = new SqlRegistrations(devices.database, devices.reading, clock);
        SqlStockRecords stock = new SqlStockRecords(devices.database, devices.reading, clock);
        queue.readDecisions();
        List<UUID> ids = queue.queued(4).stream().map(Entry::id).toList();
        queue.notTaken(sent(queue, ids));
        Shipment shipment = sent(queue, ids);
        queue.taken(shipment.taken("/status/1"));
        queue.countUnderWay();
        queue.underWay(50);
        long device = devices.number("SELECT min(device) FROM registration WHERE state = 'sent'");
        registrations.view(device);
        devices.reject(devices.view(device), StoredDevices.PAT);
        queue.readDecisions();
        for (UUID id : ids) {
            queue.ended(id, new Fate.Refused("808", "Name", "words"));
        }
        registrations.orderAgain(device + 1, StoredDevices.PAT);
        registrations.counts();
        registrations.lastRegistered();
        stock.checked(NOW);
        stock.checkedAt();
        stock.batches();
        stock.piece(5_000, NOW, 100);
        stock.note(List.of(9L), List.of(10L), NOW);
    }

    private static Shipment sent(SqlRegistrationQueue queue, List<UUID> ids) throws Exception {
        Shipment shipment = new Shipment(UUID.randomUUID(), Optional.of("Sales"), true, ids, Optional.empty());
        queue.sending(shipment);
        return shipment;
    }

    private void looks() {
        long known = device("PLAN-0");
        new SqlDirectory(devices.reading).device(known);
        devices.view(known);
        try (SqlOverview overview = new SqlOverview(devices.reading)) {
            overview.version();
            overview.count(NOW);
        }
        Map<Long, ?> exported = devices.exported(DeviceState.REJECTED);
        if (exported.isEmpty()) {
            throw new IllegalStateException("nothing was exported");
        }
    }

    private void sweeps() {
        SqlRetention retention = new SqlRetention(devices.database, devices.reading, clock);
        retention.set(new RetentionDays(30), StoredDevices.PAT);
        retention.days();
        retention.overwrite();
        Instant cutoff = Instant.parse("2025-03-01T00:00:00Z");
        retention.devicesBefore(cutoff);
        retention.deleteDevices(cutoff, 0);
        retention.deleteReports(NOW.plusSeconds(60), 20_000);
        devices.erasure.erase(device("PLAN-0"), StoredDevices.PAT);
    }

    private long device(String serial) {
        return devices.number("SELECT min(device) FROM identifier WHERE kind = 'serial' AND value = '" + serial + "'");
    }
}
