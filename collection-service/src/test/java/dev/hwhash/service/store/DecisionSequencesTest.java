// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.intake.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever comes in which order: of an approved device exactly the approved report leaves the service, with the tag and
 * user that were confirmed; and the service agrees with a model of ten lines on whether it is approved.
 */
class DecisionSequencesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final Map<String, Optional<Instant>> TIMES = Map.of(
            "first", Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
            "second", Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
            "third", Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
            "to come", Optional.of(Instant.parse("2027-03-01T00:00:00Z")),
            "none", Optional.empty());

    private static Path folder = Path.of("");
    private static Optional<StoredDevices> opened = Optional.empty();
    private static int tries;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("hwhash");
        opened = Optional.of(new StoredDevices(folder.resolve("test.db")));
    }

    @AfterContainer
    static void close() throws IOException {
        opened.orElseThrow().close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What somebody does with the device. */
    private enum Kind {
        REPORT,
        REPORT_WITHOUT_HASH,
        LOOK,
        APPROVE,
        APPROVE_WITH_TAG,
        APPROVE_OLDEST,
        REJECT,
        DELETE
    }

    record Act(Kind kind, String time) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, Kind.REPORT),
                net.jqwik.api.Tuple.of(1, Kind.REPORT_WITHOUT_HASH),
                net.jqwik.api.Tuple.of(3, Kind.LOOK),
                net.jqwik.api.Tuple.of(4, Kind.APPROVE),
                net.jqwik.api.Tuple.of(2, Kind.APPROVE_WITH_TAG),
                net.jqwik.api.Tuple.of(1, Kind.APPROVE_OLDEST),
                net.jqwik.api.Tuple.of(1, Kind.REJECT),
                net.jqwik.api.Tuple.of(1, Kind.DELETE));
        return Combinators.combine(kinds, Arbitraries.of(TIMES.keySet()))
                .as(Act::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(20);
    }

    @Property(tries = 120)
    void whatIsApprovedIsWhatLeaves(@ForAll("acts") List<Act> acts) {
        Run run = new Run(opened.orElseThrow(), "HWHASH-" + ++tries);
        for (Act act : acts) {
            run.act(act);
            run.compare();
        }
    }

    /** The device in the service, and what it should be. */
    private static final class Run {

        private final StoredDevices devices;
        private final String serial;
        private final List<Report> reports = new ArrayList<>();
        private Optional<ApprovalView> seen = Optional.empty();
        private int reportsSeen;
        private int decisions;
        private int decisionsSeen;
        // The model.
        private DeviceState state = DeviceState.PENDING;
        private Optional<Instant> time = Optional.empty();
        private Optional<DeviceRecord> approved = Optional.empty();

        Run(StoredDevices devices, String serial) {
            this.devices = devices;
            this.serial = serial;
        }

        private Optional<Long> device() {
            return devices.database
                    .jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT device FROM identifier WHERE kind = 'serial' AND value = ?")
                            .bind(0, serial)
                            .mapTo(Long.class)
                            .findOne());
        }

        void act(Act act) {
            if (act.kind() == Kind.REPORT || act.kind() == Kind.REPORT_WITHOUT_HASH) {
                report(act);
                return;
            }
            Optional<Long> device = device();
            if (device.isEmpty()) {
                return;
            }
            if (act.kind() == Kind.DELETE) {
                assertThat(devices.erasure.erase(device.get(), StoredDevices.PAT))
                        .isTrue();
                forget();
                return;
            }
            if (act.kind() == Kind.LOOK || seen.isEmpty()) {
                look(devices.view(device.get()));
                return;
            }
            if (act.kind() == Kind.APPROVE_OLDEST) {
                Optional<String> oldest = Optional.of(reports.get(0).id().toString());
                look(devices.approvals.view(device.get(), oldest).orElseThrow());
            }
            decide(act, seen.get());
        }

        private void look(ApprovalView view) {
            seen = Optional.of(view);
            reportsSeen = reports.size();
            decisionsSeen = decisions;
        }

        private void forget() {
            seen = Optional.empty();
            reports.clear();
            state = DeviceState.PENDING;
            time = Optional.empty();
            approved = Optional.empty();
        }

        private void report(Act act) {
            Map<String, String> body =
                    new HashMap<>(Map.of("serialNumber", serial, "manufacturer", "Contoso", "model", "Book 3"));
            Optional<Instant> made = TIMES.getOrDefault(act.time(), Optional.empty());
            boolean hasHash = act.kind() == Kind.REPORT;
            if (hasHash) {
                SyntheticHash hash = SyntheticHash.of(serial);
                body.put(
                        "hardwareHash",
                        made.map(hash::time).orElse(hash.without(1)).text());
            }
            body.put("groupTag", "Tag-" + reports.size());
            reports.add(devices.report(Bodies.with(body)));
            Optional<Instant> believed = made.filter(claimed -> hasHash && claimed.isBefore(NOW));
            boolean older =
                    believed.isPresent() && time.isPresent() && believed.get().isBefore(time.get());
            if (!older || reports.size() == 1) {
                time = believed;
                state = DeviceState.PENDING;
            }
        }

        private void decide(Act act, ApprovalView view) {
            boolean reject = act.kind() == Kind.REJECT;
            Assignment assignment =
                    act.kind() == Kind.APPROVE_WITH_TAG ? Assignment.of("Set", "pat@example.org") : view.suggested();
            Outcome outcome = devices.approvals.decide(
                    StoredDevices.order(view, reject ? Verdict.REJECTED : Verdict.APPROVED, assignment),
                    StoredDevices.PAT);
            boolean isNew = outcome instanceof Outcome.Taken taken && taken.isNew();
            if (isNew) {
                assertThat(reports).as("nothing came unseen").hasSize(reportsSeen);
                assertThat(decisions).as("nobody decided unseen").isEqualTo(decisionsSeen);
                decisions++;
                state = reject ? DeviceState.REJECTED : DeviceState.APPROVED;
                if (!reject) {
                    approve(view.reportId(), assignment);
                }
            } else if (!(outcome instanceof Outcome.Taken)) {
                assertThat(reports.size() > reportsSeen || decisions > decisionsSeen)
                        .as("there is a reason for " + outcome)
                        .isTrue();
            }
        }

        private void approve(String reportId, Assignment assignment) {
            Report report = reports.stream()
                    .filter(each -> each.id().toString().equals(reportId))
                    .findFirst()
                    .orElseThrow();
            time = report.capture().flatMap(capture -> capture.believableTime(NOW));
            approved = Optional.of(report.device()
                    .with(Field.GROUP_TAG, assignment.groupTag().orElse(""))
                    .with(Field.ASSIGNED_USER, assignment.assignedUser().orElse(""))
                    .with(Field.COLLECTED_AT, report.collectedAt().toString())
                    .with(Field.SOURCE, report.source()));
        }

        void compare() {
            Optional<Long> device = device();
            if (device.isEmpty()) {
                return;
            }
            assertThat(devices.text("SELECT state FROM device WHERE id = " + device.get()))
                    .isEqualTo(state.toString());
            if (state == DeviceState.APPROVED) {
                assertThat(devices.exported(DeviceState.APPROVED)).containsEntry(device.get(), approved.orElseThrow());
            }
        }
    }
}
