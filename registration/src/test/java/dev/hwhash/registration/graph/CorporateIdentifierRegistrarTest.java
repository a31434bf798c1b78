// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.Behaviour.Switches;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corporate identifiers go to a fake of Intune over real HTTP. */
class CorporateIdentifierRegistrarTest {

    private static Entry device(String serial) {
        return new Entry(UUID.randomUUID(), TestDevices.named(serial, "Contoso, Ltd.", "Book 3"));
    }

    private static List<Entry> devices(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> device("HWHASH-" + number))
                .toList();
    }

    private static List<Unsettled> run(Tenant tenant, List<Entry> entries) throws LedgerException {
        return tenant.run(
                new CorporateIdentifierRegistrar(tenant.calls(), tenant.time), entries, Depth.ENDED, Tenant.HOUR);
    }

    private static void assertThere(Tenant tenant, int count) {
        assertThat(tenant.microsoft.intune().corporateIdentifiers().all()).hasSize(count);
        tenant.assertKept();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 450})
    void identifiersAreImportedOnce(int count) throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            List<Entry> entries = devices(count);
            assertThat(run(tenant, entries)).isEmpty();
            assertThat(entries).allMatch(entry -> tenant.ledger.fate(entry.id()) instanceof Fate.Registered);
            assertThat(tenant.microsoft
                            .intune()
                            .corporateIdentifiers()
                            .all()
                            .get(0)
                            .identifier())
                    .isEqualTo("CONTOSOLTD,BOOK3,HWHASH0");
            assertThere(tenant, count);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsThereAlreadyIsToldAndLeftAlone(boolean filterRefused) throws LedgerException {
        Switches switches = new Switches(false, false, false, false, filterRefused);
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.switches(switches))) {
            run(tenant, List.of(device("HWHASH-1")));
            Entry again = device("HWHASH-1");
            assertThat(run(tenant, List.of(again))).isEmpty();
            assertThat(tenant.ledger.fate(again.id())).isInstanceOf(Fate.AlreadyRegistered.class);
            assertThere(tenant, 1);
        }
    }

    @Test
    void aDeviceWithoutAModelIsNotSent() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            Entry entry =
                    new Entry(UUID.randomUUID(), device("HWHASH-1").device().with(Field.MODEL, "., "));
            assertThat(run(tenant, List.of(entry))).isEmpty();
            assertThat(tenant.ledger.fate(entry.id()))
                    .isInstanceOfSatisfying(
                            Fate.Refused.class,
                            refused -> assertThat(refused.words()).contains("no model"));
            assertThat(tenant.microsoft.requests()).isEmpty();
        }
    }

    @Test
    void oneThatIntuneCannotReadIsFoundAmongOthersAndRefusedInItsWords() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            Entry bad = device("---");
            List<Entry> good = devices(6);
            List<Entry> all = new ArrayList<>(good);
            all.add(3, bad);
            assertThat(run(tenant, all)).isEmpty();
            assertThat(tenant.ledger.fate(bad.id()))
                    .isInstanceOfSatisfying(
                            Fate.Refused.class,
                            refused -> assertThat(refused.words())
                                    .contains("Invalid Device Identifier parameter")
                                    .doesNotContain("_version"));
            assertThat(good).allMatch(entry -> tenant.ledger.fate(entry.id()) instanceof Fate.Registered);
            assertThere(tenant, 6);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "FORBIDDEN"})
    void aFaultOfTheImportLosesNothing(Fault fault) throws LedgerException {
        Faults faults = Faults.once(fault, "POST", "/importDeviceIdentityList");
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.faults(faults))) {
            List<Entry> entries = devices(3);
            assertThat(run(tenant, entries)).isEmpty();
            assertThat(entries).noneMatch(entry -> tenant.ledger.fate(entry.id()) instanceof Fate.Refused);
            assertThere(tenant, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aProcessThatDiesIsGoneOnWith(int entry) throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            List<Entry> entries = devices(3);
            tenant.ledger.dieAt(entry, true);
            assertThatExceptionOfType(MemoryLedger.Killed.class).isThrownBy(() -> run(tenant, entries));
            tenant.ledger.live();
            assertThat(run(tenant, entries)).isEmpty();
            assertThat(tenant.ledger.fates()).hasSize(3);
            assertThere(tenant, 3);
        }
    }
}
