// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.Behaviour.Switches;
import dev.hwhash.registration.fake.graph.Delays;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices go to a fake of Intune over real HTTP and are followed to their ends. */
class IntuneRegistrarTest {

    private static final Duration NONE = Duration.ZERO;
    private static final Delays SLOW = new Delays(
            Duration.ofSeconds(20), Duration.ofMinutes(3), Duration.ofMinutes(4), Duration.ofMinutes(1), NONE);

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21, 230})
    void devicesAreRegisteredUnderTheirIdsAndTheRecordsRemoved(int count) throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            List<Entry> entries = Tenant.devices(count);
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
            tenant.assertSwept();
            for (Entry entry : entries) {
                String id = tenant.microsoft.intune().devices().stream()
                        .filter(device -> device.serialNumber()
                                .equals(entry.device()
                                        .value(Field.SERIAL_NUMBER)
                                        .orElseThrow()))
                        .findFirst()
                        .orElseThrow()
                        .id();
                assertThat(tenant.ledger.fate(entry.id())).isEqualTo(new Fate.Registered(Optional.of(id)));
            }
        }
    }

    @Test
    void tagAndUserArriveWithTheDevice() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            Entry entry = new Entry(
                    UUID.randomUUID(),
                    TestDevices.device("HWHASH-1")
                            .with(Field.GROUP_TAG, "Sales \\ 7")
                            .with(Field.ASSIGNED_USER, "ada@contoso.example"));
            assertThat(tenant.run(List.of(entry))).isEmpty();
            assertThat(tenant.microsoft.intune().devices().get(0).properties())
                    .satisfies(properties -> assertThat(properties.groupTag()).isEqualTo("Sales \\ 7"))
                    .satisfies(properties -> assertThat(properties.user()).isEqualTo("ada@contoso.example"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "E802-1, 802, InvalidZtdHardwareHash, collect it again",
        "E808-1, 808, ZtdDeviceAssignedToOtherTenant, another tenant",
        "E777-1, 777, UnpublishedError, nothing is known",
        "DUP-1, ZtdDeviceDuplicated, ZtdDeviceDuplicated, the other one"
    })
    void aDeviceInErrorIsRefusedInWordsAndTheOthersAreNot(String serial, String code, String name, String words)
            throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            Entry bad = Tenant.device(serial);
            Entry good = Tenant.device("HWHASH-1");
            assertThat(tenant.run(List.of(bad, good))).isEmpty();
            assertThat(tenant.ledger.fate(bad.id())).isInstanceOfSatisfying(Fate.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.name()).isEqualTo(name);
                assertThat(refused.words()).contains(words);
            });
            assertThat(tenant.ledger.fate(good.id())).isInstanceOf(Fate.Registered.class);
            tenant.assertSwept();
            tenant.assertKept();
        }
    }

    @Test
    void aDeviceWithoutAnIntactHashIsNotSent() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            Entry none = new Entry(UUID.randomUUID(), TestDevices.named("HWHASH-1", "Contoso", "Book 3"));
            Entry damaged = new Entry(
                    UUID.randomUUID(),
                    TestDevices.device(SyntheticHash.of("HWHASH-2").flipped(800), "HWHASH-2"));
            assertThat(tenant.run(List.of(none, damaged))).isEmpty();
            assertThat(tenant.ledger.fate(none.id()))
                    .isInstanceOfSatisfying(
                            Fate.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("no-hash"));
            assertThat(tenant.ledger.fate(damaged.id()))
                    .isInstanceOfSatisfying(
                            Fate.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("damaged-hash"));
            assertThat(tenant.microsoft.requests()).isEmpty();
        }
    }

    @Test
    void aRegistrationIdThatComesLaterThanTheEndIsWaitedFor() throws LedgerException {
        Switches late = new Switches(false, false, true, false);
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW).switches(late))) {
            List<Entry> entries = Tenant.devices(3);
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void aFilterThatIsIgnoredMisleadsNobody() throws LedgerException {
        Switches ignored = new Switches(false, true, false, false);
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW).switches(ignored))) {
            List<Entry> entries = Tenant.devices(3);
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void aNextPageElsewhereIsRefusedAndNobodyThereIsAsked() throws LedgerException {
        Switches astray = new Switches(true, false, false, false);
        try (Tenant tenant =
                new Tenant(Behaviour.DEFAULT.delays(SLOW).pageSize(10).switches(astray))) {
            List<Entry> entries = Tenant.devices(25);
            List<Unsettled> left = tenant.run(entries);
            assertThat(left).hasSize(25).allSatisfy(unsettled -> {
                assertThat(unsettled.why()).isEqualTo(Why.NEEDS_MENDING);
                assertThat(unsettled.words()).contains("next page", "not followed");
            });
            assertThat(tenant.microsoft.requests())
                    .noneMatch(seen -> seen.site().equals("elsewhere"));
            tenant.assertKept();
        }
    }

    @Test
    void whoDoesNotWaitIsToldWhatIsUnderWayAndLearnsTheEndTheNextTime() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            List<Entry> entries = Tenant.devices(3);
            IntuneRegistrar registrar = tenant.intune(IntuneOptions.DEFAULT);
            List<Unsettled> left = tenant.run(registrar, entries, Depth.SENT, Tenant.HOUR);
            assertThat(left).hasSize(3).allMatch(unsettled -> unsettled.why() == Why.TAKEN);
            assertThat(tenant.time.passed()).isZero();

            tenant.time.sleep(Duration.ofMinutes(10));
            assertThat(tenant.run(tenant.intune(IntuneOptions.DEFAULT), entries, Depth.SENT, Tenant.HOUR))
                    .isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void aDeadlineLeavesEachDeviceWithWhatWasSeenLast() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            List<Entry> entries = Tenant.devices(2);
            List<Unsettled> left =
                    tenant.run(tenant.intune(IntuneOptions.DEFAULT), entries, Depth.ENDED, Duration.ofMinutes(5));
            assertThat(left).hasSize(2).allSatisfy(unsettled -> {
                assertThat(unsettled.why()).isEqualTo(Why.DEADLINE);
                assertThat(unsettled.words()).contains("import is complete");
            });
            assertThat(tenant.time.passed()).isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5));
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void oneDeviceInTwoRowsGoesInTwoCallsAndIsThereAlreadyForTheSecond() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            Entry first = Tenant.device("HWHASH-1");
            Entry again = Tenant.device("HWHASH-1");
            assertThat(tenant.run(List.of(first, again))).isEmpty();
            assertThat(tenant.ledger.fate(first.id())).isInstanceOf(Fate.Registered.class);
            assertThat(tenant.ledger.fate(again.id())).isInstanceOf(Fate.AlreadyRegistered.class);
            assertThat(tenant.microsoft.intune().devices()).hasSize(1);
            tenant.assertKept();
        }
    }

    @Test
    void aThousandDevicesTakeHardlyLongerThanTheLimitsOfIntuneAsk() throws LedgerException {
        Delays delays = new Delays(NONE, Duration.ofMinutes(1), NONE, NONE, NONE);
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(delays).limited())) {
            List<Entry> entries = Tenant.devices(1000);
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
            tenant.assertSwept();
            assertThat(tenant.microsoft.requests()).noneMatch(seen -> seen.status() == 429);
            // One minute for Intune, 1,005 writes of which 100 go in 20 seconds.
            assertThat(tenant.time.passed()).isLessThan(Duration.ofSeconds((60 + 200) * 13 / 10));
        }
    }
}
