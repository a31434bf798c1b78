// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between here and Intune costs time, never a device. */
class WaysThatFailTest {

    private static final Delays DELAYS = new Delays(
            Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO);

    private static void assertSurvived(Faults faults, int count) throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(DELAYS).faults(faults))) {
            List<Entry> entries = Tenant.devices(count);
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
            tenant.assertSwept();
            assertThat(tenant.microsoft.requests()).anyMatch(seen -> seen.fault() != Fault.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "FORBIDDEN"})
    void aFaultOfTheImportLosesAndDoublesNothing(Fault fault) throws LedgerException {
        assertSurvived(Faults.once(fault, "POST", "/import"), 3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "FORBIDDEN"})
    void aFaultWhileManyAreFollowedLosesAndDoublesNothing(Fault fault) throws LedgerException {
        assertSurvived(Faults.once(fault, "GET", "/importedWindowsAutopilotDeviceIdentities"), 25);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "FORBIDDEN"})
    void aFaultOfADeletionIsNoConcernOfADevice(Fault fault) throws LedgerException {
        assertSurvived(Faults.first(fault, call -> call.method().equals("DELETE")), 3);
    }

    @Test
    void answersThatAreLostAgainAndAgainDoubleNothing() throws LedgerException {
        List<Fault> lost = List.of(Fault.RESET_AFTER, Fault.FAILED_AFTER, Fault.CUT_ANSWER, Fault.TIMED_OUT_AFTER);
        assertSurvived(Faults.inTurn(lost, call -> call.path().endsWith("/import")), 450);
    }

    @Test
    void tokensThatEndInMidRunAreRenewed() throws LedgerException {
        AtomicInteger requests = new AtomicInteger();
        assertSurvived(call -> requests.incrementAndGet() % 3 == 0 ? Fault.TOKENS_EXPIRE : Fault.NONE, 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void faultsByChanceLoseAndDoubleNothing(long seed) throws LedgerException {
        List<Fault> among = List.of(
                Fault.RESET_AFTER,
                Fault.RESET_BEFORE,
                Fault.THROTTLED_BARE,
                Fault.THROTTLED_SECONDS,
                Fault.UNAVAILABLE,
                Fault.TOKENS_EXPIRE,
                Fault.CUT_ANSWER,
                Fault.FAILED_AFTER);
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(DELAYS).faults(Faults.seeded(seed, 25, among)))) {
            List<Entry> entries = Tenant.devices(30);
            for (int run = 0; run < 20 && tenant.ledger.fates().size() < 30; run++) {
                tenant.run(entries);
            }
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void aMissingPermissionStopsAllAndIsNamed() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.faults(call -> Fault.FORBIDDEN))) {
            List<Unsettled> left = tenant.run(Tenant.devices(450));
            assertThat(left).hasSize(450).allSatisfy(unsettled -> {
                assertThat(unsettled.why()).isEqualTo(Why.CREDENTIALS);
                assertThat(unsettled.words()).contains("DeviceManagementServiceConfig.ReadWrite.All");
            });
            assertThat(tenant.microsoft.requests()).hasSize(1);
            assertThat(tenant.ledger.unfinished()).isEmpty();
        }
    }

    @Test
    void aTokenThatIsNeverTakenStopsAll() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.faults(call -> Fault.UNAUTHORIZED))) {
            assertThat(tenant.run(Tenant.devices(2)))
                    .hasSize(2)
                    .allMatch(unsettled -> unsettled.why() == Why.CREDENTIALS);
            assertThat(tenant.microsoft.requests()).hasSize(2);
        }
    }

    @Test
    void aWayThatIsDownKeepsWhatWasNotSent() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            tenant.microsoft.close();
            List<Unsettled> left = tenant.run(Tenant.devices(3));
            assertThat(left).hasSize(3).allMatch(unsettled -> unsettled.why() == Why.UNREACHABLE);
            assertThat(tenant.ledger.unfinished()).isEmpty();
        }
    }

    @Test
    void aDeviceThatHasAWholeImportRefusedIsFoundAndTheOthersAreRegistered() throws LedgerException {
        try (RefusingGraph graph = new RefusingGraph("HWHASH-0007", "HWHASH-0013")) {
            List<Entry> entries = Tenant.devices(20);
            graph.run(entries);
            assertThat(graph.sizes()).startsWith(20, 10, 5);
            assertThat(graph.refused(entries)).containsExactlyInAnyOrder("HWHASH-0007", "HWHASH-0013");
            assertThat(graph.ledger.fate(entries.get(7).id())).isInstanceOfSatisfying(Fate.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("BadRequest");
                assertThat(refused.words()).contains("Cannot convert the literal '[...]'", "request-id");
            });
        }
    }

    @Test
    void aGraphThatRefusesEveryDeviceIsNotTheFaultOfTheDevices() throws LedgerException {
        List<Entry> entries = Tenant.devices(40);
        String[] all = entries.stream()
                .map(entry -> Device.value(entry, Field.SERIAL_NUMBER))
                .toArray(String[]::new);
        try (RefusingGraph graph = new RefusingGraph(all)) {
            List<Unsettled> left = graph.run(entries);
            assertThat(graph.ledger.fates()).hasSizeLessThan(6);
            assertThat(left).hasSizeGreaterThan(34).allMatch(unsettled -> unsettled.why() == Why.NEEDS_MENDING);
            assertThat(graph.ledger.unfinished()).isEmpty();
        }
    }
}
