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
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.graph.RegisteredDevice.Properties;
import dev.hwhash.registration.graph.IntuneOptions.Existing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of devices that the tenant has already. */
class ExistingDevicesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Delays SLOW = new Delays(Duration.ZERO, MINUTE, MINUTE, MINUTE, Duration.ZERO);
    private static final Properties OLD = new Properties("Old", "ada@contoso.example", "Ada", "PC-OLD");
    private static final IntuneOptions UPDATE = new IntuneOptions(Existing.UPDATE, Optional.empty());
    private static final IntuneOptions REPLACE = new IntuneOptions(Existing.REPLACE, Optional.empty());

    private static Entry device(String tag) {
        return new Entry(UUID.randomUUID(), TestDevices.device("HWHASH-1").with(Field.GROUP_TAG, tag));
    }

    private static String existing(Tenant tenant, boolean enrolled) {
        String hash = SyntheticHash.of("HWHASH-1").text();
        return tenant.microsoft.intune().register("HWHASH-1", hash, OLD, enrolled);
    }

    private static List<Unsettled> run(Tenant tenant, IntuneOptions options, Entry entry) throws LedgerException {
        return tenant.run(tenant.intune(options), List.of(entry), Depth.ENDED, Tenant.HOUR);
    }

    private static Properties properties(Tenant tenant) {
        assertThat(tenant.microsoft.intune().devices()).hasSize(1);
        return tenant.microsoft.intune().devices().get(0).properties();
    }

    private static void assertAlready(Tenant tenant, Entry entry, Optional<String> id, String words) {
        assertThat(tenant.ledger.fate(entry.id())).isInstanceOfSatisfying(Fate.AlreadyRegistered.class, already -> {
            assertThat(already.deviceId()).isEqualTo(id);
            assertThat(already.words()).contains("this tenant already", words);
        });
        tenant.assertKept();
    }

    private static void assertRefused(Tenant tenant, Entry entry, String code) {
        assertThat(tenant.ledger.fate(entry.id()))
                .isInstanceOfSatisfying(
                        Fate.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void anExistingDeviceIsReportedAndLeftAsItIs() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            String id = existing(tenant, true);
            Entry entry = device("New");
            assertThat(run(tenant, IntuneOptions.DEFAULT, entry)).isEmpty();
            assertAlready(tenant, entry, Optional.of(id), "with another group tag, which was left as it is");
            assertThat(properties(tenant)).isEqualTo(OLD);
            tenant.assertSwept();
        }
    }

    @Test
    void anExistingDeviceIsChangedInOneCallThatKeepsWhatItHasAndWaitsUntilItShows() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            String id = existing(tenant, true);
            Entry entry = device("New");
            assertThat(run(tenant, UPDATE, entry)).isEmpty();
            assertAlready(tenant, entry, Optional.of(id), "changed as wanted");
            assertThat(properties(tenant)).isEqualTo(new Properties("New", "ada@contoso.example", "Ada", "PC-OLD"));
            assertThat(tenant.microsoft.requests())
                    .filteredOn(seen -> seen.call().path().endsWith("/updateDeviceProperties"))
                    .hasSize(1);
            assertThat(tenant.time.passed()).isGreaterThan(Duration.ofMinutes(2));
        }
    }

    @Test
    void tagUserAndNameAreChangedTogetherAndTheNewUserIsNotGreetedAsTheOld() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            existing(tenant, false);
            Entry entry = new Entry(
                    UUID.randomUUID(),
                    TestDevices.device("HWHASH-1")
                            .with(Field.GROUP_TAG, "New")
                            .with(Field.ASSIGNED_USER, "grace@contoso.example"));
            assertThat(run(tenant, new IntuneOptions(Existing.UPDATE, Optional.of("PC-NEW")), entry))
                    .isEmpty();
            assertThat(properties(tenant)).isEqualTo(new Properties("New", "grace@contoso.example", "", "PC-NEW"));
        }
    }

    @Test
    void whatIsAsWantedAlreadyIsNotChanged() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            String id = existing(tenant, true);
            Entry entry = device("Old");
            assertThat(run(tenant, UPDATE, entry)).isEmpty();
            assertAlready(tenant, entry, Optional.of(id), "as it is wanted");
            assertThat(tenant.microsoft.requests())
                    .noneMatch(seen -> seen.call().path().endsWith("/updateDeviceProperties"));
        }
    }

    @Test
    void twoDevicesOfOneSerialNumberAreNotTouched() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            existing(tenant, false);
            existing(tenant, false);
            Entry entry = device("New");
            assertThat(run(tenant, UPDATE, entry)).isEmpty();
            assertAlready(tenant, entry, Optional.empty(), "2 devices have its serial number");
            assertThat(tenant.microsoft.intune().devices())
                    .hasSize(2)
                    .allMatch(device -> device.properties().equals(OLD));
        }
    }

    @Test
    void aDeviceThatTheListDoesNotShowIsSupportsMatter() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            Entry entry = Tenant.device("E806-1");
            assertThat(run(tenant, UPDATE, entry)).isEmpty();
            assertAlready(tenant, entry, Optional.empty(), "ask Microsoft's support");
        }
    }

    @Test
    void aSerialNumberWithBlanksAndQuotesIsFound() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            String serial = "HWHASH o'1 2";
            String hash = SyntheticHash.of(serial).text();
            String id = tenant.microsoft.intune().register(serial, hash, OLD, false);
            tenant.microsoft.intune().register("HWHASH o'1 22", "", OLD, false);
            Entry entry = Tenant.device(serial);
            assertThat(run(tenant, IntuneOptions.DEFAULT, entry)).isEmpty();
            assertAlready(tenant, entry, Optional.of(id), "as it is wanted");
        }
    }

    @Test
    void aNewDeviceGetsItsNameOnceItIsRegistered() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            Entry entry = device("New");
            assertThat(run(tenant, new IntuneOptions(Existing.REPORT, Optional.of("PC-NEW")), entry))
                    .isEmpty();
            assertThat(tenant.ledger.fate(entry.id())).isInstanceOf(Fate.Registered.class);
            assertThat(properties(tenant)).isEqualTo(new Properties("New", "", "", "PC-NEW"));
        }
    }

    @Test
    void oneNameForTwoDevicesIsRefusedBeforeAnythingIsSent() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            IntuneOptions named = new IntuneOptions(Existing.REPORT, Optional.of("PC-NEW"));
            assertThat(tenant.run(tenant.intune(named), Tenant.devices(2), Depth.ENDED, Tenant.HOUR))
                    .hasSize(2)
                    .allMatch(unsettled -> unsettled.why() == Why.NEEDS_MENDING);
            assertThat(tenant.microsoft.requests()).isEmpty();
        }
    }

    @Test
    void aReplacedDeviceIsDeletedAndImportedAnewOnceItIsGone() throws LedgerException {
        Delays delays = new Delays(Duration.ZERO, MINUTE, Duration.ofMinutes(20), Duration.ZERO, Duration.ZERO);
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(delays))) {
            String id = existing(tenant, false);
            Entry entry = device("New");
            assertThat(run(tenant, REPLACE, entry)).isEmpty();
            assertThat(tenant.ledger.fate(entry.id()))
                    .isInstanceOfSatisfying(
                            Fate.Registered.class,
                            registered -> assertThat(registered.deviceId())
                                    .isPresent()
                                    .isNotEqualTo(Optional.of(id)));
            assertThat(properties(tenant).groupTag()).isEqualTo("New");
            tenant.assertKept();
        }
    }

    @Test
    void anEnrolledDeviceIsNotReplaced() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            existing(tenant, true);
            Entry entry = device("New");
            assertThat(run(tenant, REPLACE, entry)).isEmpty();
            assertRefused(tenant, entry, "enrolled");
            assertThat(properties(tenant)).isEqualTo(OLD);
            assertThat(tenant.microsoft.intune().imports()).isEmpty();
        }
    }

    @Test
    void ofTwoDevicesWithOneSerialNumberNoneIsReplaced() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            existing(tenant, false);
            existing(tenant, false);
            Entry entry = device("New");
            assertThat(run(tenant, REPLACE, entry)).isEmpty();
            assertRefused(tenant, entry, "ambiguous");
            assertThat(tenant.microsoft.intune().devices()).hasSize(2);
        }
    }

    @Test
    void aDeletionThatDoesNotShowInTimeIsGoneOnWithTheNextTime() throws LedgerException {
        Delays delays = new Delays(Duration.ZERO, MINUTE, Duration.ofMinutes(40), Duration.ZERO, Duration.ZERO);
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(delays))) {
            existing(tenant, false);
            Entry entry = device("New");
            assertThat(run(tenant, REPLACE, entry))
                    .singleElement()
                    .satisfies(unsettled -> assertThat(unsettled.why()).isEqualTo(Why.DEADLINE));
            assertThat(tenant.microsoft.intune().imports()).isEmpty();
            assertThat(run(tenant, REPLACE, entry)).isEmpty();
            assertThat(tenant.ledger.fate(entry.id())).isInstanceOf(Fate.Registered.class);
            assertThat(properties(tenant).groupTag()).isEqualTo("New");
        }
    }
}
