// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.export.DeviceSnapshot;
import dev.hwhash.service.export.StoredDevice;
import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.Intake;
import dev.hwhash.service.intake.Judgement;
import dev.hwhash.service.intake.Report;
import dev.hwhash.service.intake.Submission;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenHash;
import dev.hwhash.service.token.TokenKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A real database with all that writes into it, at a time that stands still until it is set. */
final class StoredDevices implements AutoCloseable {

    static final Actor PAT = new Actor("pat", "192.0.2.1");
    static final Actor KIM = new Actor("kim", "192.0.2.2");

    private static final Set<Field> ALL_FIELDS = EnumSet.allOf(Field.class);

    final Database database;
    final ReadOnlyDatabase reading;
    final SqlApprovals approvals;
    final SqlErasure erasure;
    private final GroupWriter writer;
    private final long token;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    StoredDevices(Path file) {
        this(TestDatabase.at(file));
    }

    StoredDevices(DatabaseLocation where) {
        database = Database.open(where);
        reading = ReadOnlyDatabase.open(where);
        writer = new GroupWriter(database, new Standing());
        approvals = new SqlApprovals(database, reading, new Standing());
        erasure = new SqlErasure(database, new Standing());
        token = new SqlTokens(database)
                .add(
                        new NewToken(TokenKind.ENROLMENT, "", Optional.empty(), OptionalLong.empty()),
                        TokenHash.of(UUID.randomUUID().toString()),
                        Actor.SERVICE,
                        now);
    }

    /** The time of the database. */
    final class Standing extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    void at(Instant time) {
        now = time;
    }

    /** What the audit log says, the oldest first. */
    List<String> audited() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT actor || ' ' || action || ' ' || detail FROM audit WHERE action <> 'token-created' ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    /** Stores a report, and returns it as it was judged. */
    Report report(byte[] body) {
        return reports(List.of(body)).get(0);
    }

    /** Stores reports in one transaction, and returns them as they were judged. */
    List<Report> reports(List<byte[]> bodies) {
        List<Report> reports = bodies.stream().map(StoredDevices::judged).toList();
        List<Answer> answers = writer.store(reports.stream()
                .map(report -> new Submission(report, token, "192.0.2.9"))
                .toList());
        for (Answer answer : answers) {
            if (!(answer instanceof Answer.Receipt)) {
                throw new IllegalStateException("a report is refused: " + answer);
            }
        }
        return reports;
    }

    private static Report judged(byte[] body) {
        Judgement judgement = Intake.judge(UUID.randomUUID(), body);
        if (!(judgement instanceof Judgement.Accepted accepted)) {
            throw new IllegalArgumentException("the body is refused: " + judgement);
        }
        return accepted.report();
    }

    ApprovalView view(long device) {
        return approvals.view(device, Optional.empty()).orElseThrow();
    }

    /** Approves what stands on the device's page, with what it suggests. */
    Outcome approve(long device) {
        return approve(view(device), PAT);
    }

    Outcome approve(ApprovalView view, Actor actor) {
        return approvals.decide(order(view, Verdict.APPROVED, view.suggested()), actor);
    }

    Outcome reject(ApprovalView view, Actor actor) {
        return approvals.decide(order(view, Verdict.REJECTED, Assignment.NONE), actor);
    }

    static Order order(ApprovalView view, Verdict verdict, Assignment assignment) {
        return new Order(view.device(), verdict, view.reportId(), view.content(), assignment, view.sight());
    }

    /** What leaves the service, by the device's number. */
    Map<Long, DeviceRecord> exported(DeviceState... states) {
        return snapshot(new SqlSnapshots(reading), Set.of(states));
    }

    static Map<Long, DeviceRecord> snapshot(DeviceSnapshot.Source source, Set<DeviceState> states) {
        Map<Long, DeviceRecord> devices = new TreeMap<>();
        try (DeviceSnapshot snapshot = source.open(ALL_FIELDS, states)) {
            for (Optional<StoredDevice> device = snapshot.next(); device.isPresent(); device = snapshot.next()) {
                devices.put(device.get().id(), device.get().facts());
            }
            return devices;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long number(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    String text(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    @Override
    public void close() {
        writer.close();
        reading.close();
        database.close();
    }
}
