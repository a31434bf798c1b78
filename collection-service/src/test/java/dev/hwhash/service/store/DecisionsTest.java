// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Decision;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Sight;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.intake.Report;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions about one device in a real database. */
class DecisionsTest {

    private static final String SERIAL = "HWHASH-0001";

    @TempDir
    Path folder;

    private StoredDevices devices;

    @BeforeEach
    void open() {
        devices = new StoredDevices(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        devices.close();
    }

    private static byte[] dated(String time, Map<String, String> more) {
        SyntheticHash hash = SyntheticHash.of(SERIAL).time(Instant.parse(time));
        Map<String, String> device = new java.util.HashMap<>(more);
        device.put("serialNumber", SERIAL);
        device.put("hardwareHash", hash.text());
        return Bodies.with(device);
    }

    private Outcome approve(ApprovalView view, Assignment assignment) {
        return devices.approvals.decide(StoredDevices.order(view, Verdict.APPROVED, assignment), StoredDevices.PAT);
    }

    @Test
    void anApprovalTakesTheReportWithTheConfirmedTagAndUserAndNothingOfOthers() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of("windowsProductId", "0012345678901")));
        Report second = devices.report(dated("2026-01-16T10:00:00Z", Map.of("groupTag", "Suggested")));
        ApprovalView view = devices.view(1);
        assertThat(view.suggested()).isEqualTo(Assignment.of("Suggested", ""));

        assertThat(approve(view, Assignment.of(" Set ", "pat@example.org"))).isInstanceOf(Outcome.Taken.class);

        assertThat(devices.exported(DeviceState.APPROVED).values())
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.value(Field.HARDWARE_HASH))
                            .isEqualTo(second.device().value(Field.HARDWARE_HASH));
                    assertThat(device.value(Field.WINDOWS_PRODUCT_ID)).isEmpty();
                    assertThat(device.value(Field.GROUP_TAG)).contains("Set");
                    assertThat(device.value(Field.ASSIGNED_USER)).contains("pat@example.org");
                });
        assertThat(devices.audited())
                .containsExactly("pat device-approved device 1, report "
                        + second.content().hex());
    }

    @Test
    void anApprovalWithoutTagAndUserTakesThoseOfTheReportAway() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of("groupTag", "Suggested")));
        approve(devices.view(1), Assignment.of("", " "));
        assertThat(devices.exported(DeviceState.APPROVED).values())
                .allMatch(device -> device.value(Field.GROUP_TAG).isEmpty());
    }

    @Test
    void aReportThatCameMeanwhileSupersedes() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        ApprovalView view = devices.view(1);
        Report late = devices.report(dated("2025-12-15T10:00:00Z", Map.of()));

        Outcome outcome = devices.approve(view, StoredDevices.PAT);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Superseded.class,
                        superseded -> assertThat(superseded.reportId())
                                .isEqualTo(late.id().toString()));
        assertThat(devices.number("SELECT count(*) FROM decision")).isZero();
        assertThat(devices.audited()).isEmpty();
    }

    @Test
    void theSecondToDecideIsToldOfTheFirst() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        ApprovalView view = devices.view(1);
        devices.approve(view, StoredDevices.PAT);

        assertThat(devices.reject(view, StoredDevices.KIM))
                .isInstanceOfSatisfying(Outcome.AlreadyDecided.class, decided -> {
                    assertThat(decided.decision().account()).isEqualTo("pat");
                    assertThat(decided.decision().verdict()).isEqualTo(Verdict.APPROVED);
                });
        assertThat(approve(view, Assignment.of("Other", ""))).isInstanceOf(Outcome.AlreadyDecided.class);
        assertThat(devices.exported(DeviceState.APPROVED)).hasSize(1);
    }

    @Test
    void theSameFormTwiceIsOneDecision() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        ApprovalView view = devices.view(1);
        Outcome first = devices.approve(view, StoredDevices.PAT);
        devices.report(dated("2025-12-15T10:00:00Z", Map.of()));

        assertThat(first)
                .isInstanceOfSatisfying(
                        Outcome.Taken.class, taken -> assertThat(taken.isNew()).isTrue());
        assertThat(devices.approve(view, StoredDevices.PAT))
                .isEqualTo(new Outcome.Taken(((Outcome.Taken) first).decision(), false));
        assertThat(devices.number("SELECT count(*) FROM decision")).isEqualTo(1);
        assertThat(devices.audited()).hasSize(1);
    }

    @Test
    void aRejectedDeviceIsLeftOutOfExportsUntilSomebodyDecidesAnewOrItReportsAnew() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        assertThat(devices.reject(devices.view(1), StoredDevices.PAT)).isInstanceOf(Outcome.Taken.class);
        devices.report(dated("2025-12-15T10:00:00Z", Map.of("groupTag", "Late")));
        assertThat(devices.exported(DeviceState.PENDING, DeviceState.APPROVED)).isEmpty();
        assertThat(devices.exported(DeviceState.REJECTED))
                .hasSize(1)
                .allSatisfy((id, device) ->
                        assertThat(device.value(Field.GROUP_TAG)).isEmpty());

        assertThat(devices.approve(1)).isInstanceOf(Outcome.Taken.class);
        assertThat(devices.exported(DeviceState.APPROVED)).hasSize(1);
        assertThat(devices.reject(devices.view(1), StoredDevices.KIM)).isInstanceOf(Outcome.Taken.class);
        devices.report(dated("2026-02-15T10:00:00Z", Map.of()));
        assertThat(devices.exported(DeviceState.PENDING)).hasSize(1);
        assertThat(devices.number("SELECT count(*) FROM decision")).isEqualTo(3);
    }

    @Test
    void whatPeopleConfirmedIsSuggestedAgainUnlessALaterReportSaysElse() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        approve(devices.view(1), Assignment.of("Confirmed", ""));
        devices.report(dated("2026-01-16T10:00:00Z", Map.of()));
        assertThat(devices.view(1).suggested()).isEqualTo(Assignment.of("Confirmed", ""));
        assertThat(devices.view(1).state()).isEqualTo(DeviceState.PENDING);
        devices.report(dated("2026-01-17T10:00:00Z", Map.of("groupTag", "Other")));
        assertThat(devices.view(1).suggested()).isEqualTo(Assignment.of("Other", ""));
    }

    @Test
    void anOlderReportCanBeApproved() {
        Report old = devices.report(dated("2026-01-15T10:00:00Z", Map.of("groupTag", "Old")));
        devices.report(dated("2026-01-16T10:00:00Z", Map.of("groupTag", "New")));
        ApprovalView view =
                devices.approvals.view(1, Optional.of(old.id().toString())).orElseThrow();
        assertThat(view.isNewest()).isFalse();
        assertThat(view.suggested()).isEqualTo(Assignment.of("Old", ""));

        assertThat(devices.approve(view, StoredDevices.PAT)).isInstanceOf(Outcome.Taken.class);

        assertThat(devices.exported(DeviceState.APPROVED).values())
                .singleElement()
                .satisfies(device -> assertThat(device.value(Field.HARDWARE_HASH))
                        .isEqualTo(old.device().value(Field.HARDWARE_HASH)));
    }

    @Test
    void whatCannotBeRegisteredIsNotApproved() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        ApprovalView view = devices.view(1);
        for (Assignment bad : List.of(
                Assignment.of("", "pat"),
                Assignment.of("=1+1", ""),
                Assignment.of("a,b", ""),
                Assignment.of("a\"b", ""),
                Assignment.of("a\nb", ""),
                Assignment.of("x".repeat(513), ""))) {
            assertThat(approve(view, bad)).isInstanceOf(Outcome.NotRegistrable.class);
        }
        assertThat(approve(view, Assignment.of("x".repeat(512), "pat@example.org")))
                .isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void anOrderThatNamesAnotherDevicesReportOrContentIsUnknown() {
        devices.report(Bodies.report(SERIAL));
        devices.report(Bodies.report("HWHASH-0002"));
        ApprovalView one = devices.view(1);
        ApprovalView two = devices.view(2);
        for (Order order : List.of(
                new Order(1, Verdict.APPROVED, two.reportId(), two.content(), Assignment.NONE, one.sight()),
                new Order(1, Verdict.APPROVED, one.reportId(), two.content(), Assignment.NONE, one.sight()),
                new Order(3, Verdict.APPROVED, one.reportId(), one.content(), Assignment.NONE, one.sight()))) {
            assertThat(devices.approvals.decide(order, StoredDevices.PAT)).isEqualTo(new Outcome.Unknown());
        }
        Sight forged = new Sight(one.sight().report() + 100, 0);
        Order early = new Order(1, Verdict.APPROVED, one.reportId(), one.content(), Assignment.NONE, forged);
        assertThat(devices.approvals.decide(early, StoredDevices.PAT))
                .as("what was not seen yet")
                .isInstanceOf(Outcome.Superseded.class);
    }

    @Test
    void ofManyWhoDecideAtOnceOneDoes() throws Exception {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        ApprovalView view = devices.view(1);
        ExecutorService approvers = Executors.newFixedThreadPool(8);
        List<Callable<Outcome>> tries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Assignment assignment = Assignment.of("Tag-" + i, "");
            tries.add(i % 3 == 0 ? () -> devices.reject(view, StoredDevices.KIM) : () -> approve(view, assignment));
        }
        List<Decision> taken = new ArrayList<>();
        for (Future<Outcome> outcome : approvers.invokeAll(tries, 60, TimeUnit.SECONDS)) {
            if (outcome.get() instanceof Outcome.Taken done && done.isNew()) {
                taken.add(done.decision());
            } else {
                assertThat(outcome.get()).isInstanceOfAny(Outcome.AlreadyDecided.class, Outcome.Taken.class);
            }
        }
        approvers.shutdownNow();
        assertThat(taken).hasSize(1);
        assertThat(devices.number("SELECT count(*) FROM decision")).isEqualTo(1);
        assertThat(devices.text("SELECT state FROM device"))
                .isEqualTo(taken.get(0).verdict().toString());
    }

    @Test
    void aDecisionIsNeverChanged() {
        devices.report(dated("2026-01-15T10:00:00Z", Map.of()));
        devices.approve(1);
        assertThatThrownBy(() -> devices.database
                        .jdbi()
                        .useHandle(handle -> handle.execute("UPDATE decision SET account = 'kim'")))
                .hasMessageContaining("a decision is never changed");
    }
}
