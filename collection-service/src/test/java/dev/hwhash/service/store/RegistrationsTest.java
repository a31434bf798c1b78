// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Shipment;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.registration.RegistrationState;
import dev.hwhash.service.registration.RegistrationView;
import dev.hwhash.service.registration.Registrations.Again;
import dev.hwhash.service.registration.StockRecords.Known;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages show of registrations, and what is compared with the target, in a real database. */
class RegistrationsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Fate REFUSED = new Fate.Refused("808", "ZtdDeviceAssignedToOtherTenant", "ask its owner");

    @TempDir
    Path folder;

    private StoredDevices devices;
    private SqlRegistrationQueue queue;
    private SqlRegistrations registrations;
    private SqlStockRecords stock;

    @BeforeEach
    void open() {
        devices = new StoredDevices(folder.resolve("test.db"));
        queue = new SqlRegistrationQueue(devices.database, devices.reading, devices.new Standing());
        registrations = new SqlRegistrations(devices.database, devices.reading, devices.new Standing());
        stock = new SqlStockRecords(devices.database, devices.reading, devices.new Standing());
    }

    @AfterEach
    void close() {
        devices.close();
    }

    private void report(String serial) {
        SyntheticHash hash = SyntheticHash.of(serial).time(Instant.parse("2026-01-15T10:00:00Z"));
        devices.report(Bodies.with(Map.of("serialNumber", serial, "hardwareHash", hash.text())));
    }

    private void approved(String serial) {
        report(serial);
        devices.approve(devices.number("SELECT max(id) FROM device"));
    }

    private void ended(Fate fate) throws Exception {
        assertThat(queue.readDecisions()).isFalse();
        List<UUID> ids = queue.queued(10).stream().map(Entry::id).toList();
        queue.sending(new Shipment(UUID.randomUUID(), Optional.of("Sales"), false, ids, Optional.empty()));
        for (UUID id : ids) {
            queue.ended(id, fate);
        }
    }

    private RegistrationState state(long device) {
        return registrations.view(device).orElseThrow().state();
    }

    @Test
    void aDeviceThatNobodyApprovedHasNothingToShow() {
        report("SN-1");
        assertThat(registrations.view(1)).isEmpty();
        assertThat(registrations.view(99)).isEmpty();
        devices.reject(devices.view(1), StoredDevices.PAT);
        assertThat(registrations.view(1)).isEmpty();
        assertThat(registrations.lastRegistered()).isEmpty();
        assertThat(registrations.counts()).isEmpty();
    }

    @Test
    void anApprovalIsShownAsQueuedAtOnce() {
        approved("SN-1");
        RegistrationView before = registrations.view(1).orElseThrow();
        queue.readDecisions();
        assertThat(registrations.view(1)).contains(before);
        assertThat(before)
                .isEqualTo(new RegistrationView(
                        RegistrationState.QUEUED, NOW, Optional.empty(), Optional.empty(), Optional.empty(), true));
        assertThat(registrations.counts()).isEqualTo(Map.of(RegistrationState.QUEUED, 1L));
    }

    @Test
    void aRefusalIsShownWithCodeNameAndWords() throws Exception {
        approved("SN-1");
        ended(REFUSED);
        assertThat(registrations.view(1))
                .contains(new RegistrationView(
                        RegistrationState.REFUSED,
                        NOW,
                        Optional.empty(),
                        Optional.of("808 ZtdDeviceAssignedToOtherTenant"),
                        Optional.of("ask its owner"),
                        true));
    }

    @Test
    void onlyWhatIsNotThereAndIsApprovedIsOrderedAgain() throws Exception {
        approved("SN-1");
        assertThat(registrations.orderAgain(1, StoredDevices.KIM)).isEqualTo(Again.UNKNOWN);
        queue.readDecisions();
        assertThat(registrations.orderAgain(1, StoredDevices.KIM)).isEqualTo(Again.NOT_NEEDED);
        ended(REFUSED);
        UUID first = UUID.fromString(devices.text("SELECT entry FROM registration"));

        assertThat(registrations.orderAgain(1, StoredDevices.KIM)).isEqualTo(Again.QUEUED);

        assertThat(queue.queued(10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isNotEqualTo(first));
        assertThat(registrations.view(1).orElseThrow().refusal()).isEmpty();
        assertThat(devices.audited())
                .last()
                .isEqualTo("kim registration-ordered device 1, report "
                        + devices.text("SELECT content_sha256 FROM report"));
        ended(REFUSED);
        devices.reject(devices.view(1), StoredDevices.PAT);
        assertThat(registrations.orderAgain(1, StoredDevices.KIM)).isEqualTo(Again.NOT_APPROVED);
        assertThat(registrations.orderAgain(99, StoredDevices.KIM)).isEqualTo(Again.UNKNOWN);
    }

    @Test
    void aRejectedDeviceThatIsThereSaysSo() throws Exception {
        approved("SN-1");
        ended(new Fate.AlreadyRegistered(Optional.of("id-1"), "it was there"));
        devices.reject(devices.view(1), StoredDevices.PAT);
        queue.readDecisions();
        RegistrationView view = registrations.view(1).orElseThrow();
        assertThat(view.isThereThoughRejected()).isTrue();
        assertThat(view.words()).contains("it was there");
        assertThat(view.targetId()).contains("id-1");
        assertThat(registrations.lastRegistered()).contains(NOW);
    }

    @Test
    void whatIsGoneAndBackIsNotedWithItsCount() throws Exception {
        approved("SN-1");
        approved("SN-2");
        approved("SN-3");
        ended(new Fate.Registered(Optional.of("id")));
        assertThat(stock.batches()).containsExactly("Sales");
        assertThat(stock.piece(0, NOW.minusMillis(1), 10)).isEmpty();
        assertThat(stock.piece(1, NOW, 1))
                .containsExactly(new Known(2, RegistrationState.REGISTERED, Optional.of("id"), Optional.of("SN-2")));
        devices.at(NOW.plus(Duration.ofDays(1)));

        stock.note(List.of(1L, 2L), List.of(), NOW);

        assertThat(state(1)).isEqualTo(RegistrationState.MISSING);
        assertThat(state(3)).isEqualTo(RegistrationState.REGISTERED);
        assertThat(devices.audited()).last().isEqualTo("service registration-missing 2 devices");
        stock.note(List.of(), List.of(1L), NOW.plus(Duration.ofDays(1)));
        assertThat(state(1)).isEqualTo(RegistrationState.REGISTERED);
        assertThat(devices.audited()).last().isEqualTo("service registration-missing 2 devices");
        assertThat(registrations.orderAgain(2, StoredDevices.KIM)).isEqualTo(Again.QUEUED);
    }

    @Test
    void whatChangedSinceTheLookBeganStays() throws Exception {
        approved("SN-1");
        ended(new Fate.Registered(Optional.of("id")));
        stock.note(List.of(1L), List.of(), NOW.minusMillis(1));
        assertThat(state(1)).isEqualTo(RegistrationState.REGISTERED);
    }

    @Test
    void theTimeOfTheComparisonIsKept() {
        assertThat(stock.checkedAt()).isEmpty();
        stock.checked(NOW);
        stock.checked(NOW.plusSeconds(1));
        assertThat(stock.checkedAt()).contains(NOW.plusSeconds(1));
    }
}
