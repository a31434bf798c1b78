// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.graph.Delays;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that dies at any entry of its ledger is followed by one that goes on. */
class KillAndResumeTest {

    private static final Delays DELAYS = new Delays(
            Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO);

    @ParameterizedTest
    @CsvSource({
        "1, false",
        "1, true",
        "2, false",
        "2, true",
        "3, false",
        "3, true",
        "4, false",
        "4, true",
        "5, false",
        "5, true"
    })
    void whatWasSentIsNotSentAgain(int entry, boolean afterwards) throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(DELAYS))) {
            List<Entry> entries = Tenant.devices(3);
            tenant.ledger.dieAt(entry, afterwards);
            assertThatExceptionOfType(MemoryLedger.Killed.class).isThrownBy(() -> tenant.run(entries));
            tenant.ledger.live();
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void aProcessThatDiesAgainAndAgainGetsThere() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(DELAYS))) {
            List<Entry> entries = Tenant.devices(12);
            int deaths = 0;
            while (tenant.ledger.fates().size() < entries.size() && deaths < 100) {
                tenant.ledger.dieAt(tenant.ledger.written() + 2, deaths % 2 == 0);
                try {
                    tenant.run(entries);
                } catch (MemoryLedger.Killed e) {
                    deaths++;
                }
            }
            assertThat(deaths).isGreaterThan(5);
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void whatSomebodyElseHasTidiedAwayIsFoundAmongTheRegisteredDevices() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            List<Entry> entries = Tenant.devices(2);
            tenant.ledger.dieAt(2, true);
            assertThatExceptionOfType(MemoryLedger.Killed.class).isThrownBy(() -> tenant.run(entries));
            tenant.ledger.live();
            tenant.forgetImports();
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
        }
    }

    @Test
    void recordsThatSomebodyTidiesAwayMeanwhileLoseNoDevice() throws LedgerException {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(DELAYS))) {
            List<Entry> entries = Tenant.devices(2);
            tenant.afterFirstWait(tenant::forgetImports);
            assertThat(tenant.run(entries)).isEmpty();
            tenant.assertNothingLostOrDoubled(entries);
            assertThat(tenant.time.passed()).isLessThan(Duration.ofMinutes(5));
        }
    }
}
