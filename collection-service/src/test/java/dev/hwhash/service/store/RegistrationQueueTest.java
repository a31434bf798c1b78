// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.intake.Report;
import dev.hwhash.service.registration.ChangedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and shipments in a real database. */
class RegistrationQueueTest {

    @TempDir
    Path folder;

    private StoredDevices devices;
    private SqlRegistrationQueue queue;

    @BeforeEach
    void open() {
        devices = new StoredDevices(folder.resolve("test.db"));
        queue = new SqlRegistrationQueue(devices.database, devices.reading, devices.new Standing());
    }

    @AfterEach
    void close() {
        devices.close();
    }

    private Report report(String serial, String time) {
        SyntheticHash hash = SyntheticHash.of(serial).time(Instant.parse(time));
        return devices.report(Bodies.with(Map.of("serialNumber", serial, "hardwareHash", hash.text())));
    }

    private void approve(long device, String tag) {
        assertThat(devices.approvals.decide(
                        StoredDevices.order(devices.view(device), Verdict.APPROVED, Assignment.of(tag, "")),
                        StoredDevices.PAT))
                .isInstanceOf(Outcome.Taken.class);
    }

    private void approved(String serial, String tag) {
        report(serial, "2026-01-15T10:00:00Z");
        approve(devices.number("SELECT max(id) FROM device"), tag);
        read();
    }

    private void read() {
        while (queue.readDecisions()) {
            assertThat(devices.number("SELECT count(*) FROM decision")).isPositive();
        }
    }

    private Shipment sent() throws LedgerException {
        List<UUID> ids = queue.queued(500).stream().map(Entry::id).toList();
        Shipment shipment = new Shipment(UUID.randomUUID(), Optional.of("Sales"), true, ids, Optional.empty());
        queue.sending(shipment);
        return shipment;
    }

    private String state(long device) {
        return devices.text("SELECT coalesce((SELECT state FROM registration WHERE device = " + device + "), '')");
    }

    @Test
    void exactlyWhatWasApprovedIsQueued() {
        Report old = report("SN-1", "2026-01-15T10:00:00Z");
        approve(1, "Sales");
        report("SN-1", "2026-02-15T10:00:00Z");
        report("SN-2", "2026-01-15T10:00:00Z");
        read();

        assertThat(queue.queued(500)).singleElement().satisfies(entry -> {
            assertThat(entry.device().value(Field.HARDWARE_HASH))
                    .isEqualTo(old.device().value(Field.HARDWARE_HASH));
            assertThat(entry.device().value(Field.GROUP_TAG)).contains("Sales");
            assertThat(entry.device().value(Field.SERIAL_NUMBER)).contains("SN-1");
        });
        assertThat(queue.underWay(500).entries()).isEmpty();
    }

    @Test
    void manyDecisionsAreReadInPiecesAndEachOnce() {
        for (int i = 1; i <= 450; i++) {
            report("SN-" + i, "2026-01-15T10:00:00Z");
            devices.approve(i);
        }
        assertThat(queue.readDecisions()).isTrue();
        assertThat(queue.queued(1000)).hasSize(200);
        read();
        List<Entry> queued = queue.queued(1000);
        assertThat(queued).hasSize(450).extracting(Entry::id).doesNotHaveDuplicates();
        read();
        assertThat(queue.queued(1000)).isEqualTo(queued);
        assertThat(queue.queued(3)).isEqualTo(queued.subList(0, 3));
    }

    @Test
    void whatIsSentIsUnderWayWithItsShipmentUntilItsEnd() throws Exception {
        approved("SN-1", "Sales");
        approved("SN-2", "Sales");
        Shipment shipment = sent();
        assertThat(queue.queued(500)).isEmpty();
        assertThat(queue.underWay(500).shipments()).containsExactly(shipment);
        queue.taken(shipment.taken("/status/1"));
        assertThat(queue.underWay(500).shipments()).containsExactly(shipment.taken("/status/1"));

        queue.ended(shipment.devices().get(0), new Fate.Registered(Optional.of("id-1")));
        assertThat(queue.underWay(500).entries())
                .extracting(Entry::id)
                .containsExactly(shipment.devices().get(1));
        assertThat(queue.underWay(500).shipments()).containsExactly(shipment.taken("/status/1"));
        queue.ended(shipment.devices().get(1), new Fate.Refused("808", "ZtdDeviceAssignedToOtherTenant", "elsewhere"));

        assertThat(queue.underWay(500).shipments()).isEmpty();
        assertThat(devices.number("SELECT count(*) FROM shipment_entry")).isZero();
        assertThat(state(1)).isEqualTo("registered");
        assertThat(devices.text("SELECT target_id || ' ' || batch FROM registration WHERE device = 1"))
                .isEqualTo("id-1 Sales");
        assertThat(devices.text("SELECT state || ' ' || code || ' ' || name || ' ' || words FROM registration"
                        + " WHERE device = 2"))
                .isEqualTo("refused 808 ZtdDeviceAssignedToOtherTenant elsewhere");
        assertThat(devices.audited().subList(2, 4))
                .containsExactly(
                        "service device-registered device 1, report "
                                + devices.text("SELECT content_sha256 FROM report WHERE device = 1"),
                        "service registration-refused device 2, report "
                                + devices.text("SELECT content_sha256 FROM report WHERE device = 2") + ", 808");
    }

    @Test
    void whatWasSurelyNotTakenIsQueuedAgainUnderItsId() throws Exception {
        approved("SN-1", "Sales");
        List<Entry> before = queue.queued(500);
        queue.notTaken(sent());
        assertThat(queue.queued(500)).isEqualTo(before);
        assertThat(devices.number("SELECT count(*) FROM shipment")).isZero();
    }

    @Test
    void whatStandsInAnotherShipmentMayHaveArrivedStill() throws Exception {
        approved("SN-1", "Sales");
        Shipment first = sent();
        Shipment second = new Shipment(UUID.randomUUID(), Optional.empty(), false, first.devices(), Optional.empty());
        queue.sending(second);
        queue.notTaken(second);
        assertThat(state(1)).isEqualTo("sent");
        assertThat(queue.underWay(500).shipments()).containsExactly(first);
    }

    @Test
    void aRejectionTakesBackWhatWasNotSentAlsoInTheLastMoment() throws Exception {
        approved("SN-1", "Sales");
        List<UUID> ids = queue.queued(500).stream().map(Entry::id).toList();
        devices.reject(devices.view(1), StoredDevices.PAT);

        assertThatThrownBy(() ->
                        queue.sending(new Shipment(UUID.randomUUID(), Optional.empty(), false, ids, Optional.empty())))
                .isInstanceOf(LedgerException.class)
                .hasCauseInstanceOf(ChangedException.class);

        assertThat(devices.number("SELECT count(*) FROM shipment")).isZero();
        read();
        assertThat(state(1)).isEmpty();
    }

    @Test
    void aRejectionOfWhatIsUnderWayCountsWhereItDidNotArrive() throws Exception {
        approved("SN-1", "Sales");
        approved("SN-2", "Sales");
        Shipment shipment = sent();
        devices.reject(devices.view(1), StoredDevices.PAT);
        read();
        assertThat(state(1)).isEqualTo("sent");

        queue.notTaken(shipment);

        assertThat(state(1)).isEmpty();
        assertThat(state(2)).isEqualTo("queued");
    }

    @Test
    void aRejectedDeviceStaysRegistered() throws Exception {
        approved("SN-1", "Sales");
        Shipment shipment = sent();
        devices.reject(devices.view(1), StoredDevices.PAT);
        read();
        queue.ended(shipment.devices().get(0), new Fate.Registered(Optional.of("id-1")));
        assertThat(state(1)).isEqualTo("registered");
        assertThat(queue.queued(500)).isEmpty();
    }

    @Test
    void anotherApprovalIsSentByAnotherOrderOnceTheFirstHasItsEnd() throws Exception {
        approved("SN-1", "Sales");
        Shipment shipment = sent();
        approve(1, "Lab");
        read();
        assertThat(queue.queued(500)).isEmpty();
        assertThat(queue.underWay(500).entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.device().value(Field.GROUP_TAG)).contains("Sales"));

        queue.ended(shipment.devices().get(0), new Fate.Registered(Optional.of("id-1")));

        assertThat(queue.queued(500)).singleElement().satisfies(entry -> {
            assertThat(entry.device().value(Field.GROUP_TAG)).contains("Lab");
            assertThat(entry.id()).isNotEqualTo(shipment.devices().get(0));
        });
    }

    @Test
    void aDeletedDeviceTakesItsOrderAlongAndLeavesThoseOfOthersInTheirPlaces() throws Exception {
        approved("SN-1", "Sales");
        approved("SN-2", "Sales");
        Shipment shipment = sent();
        assertThat(devices.erasure.erase(1, StoredDevices.PAT)).isTrue();

        assertThat(queue.underWay(500).shipments()).containsExactly(shipment);
        queue.ended(shipment.devices().get(0), new Fate.Registered(Optional.of("id-1")));
        assertThat(devices.number("SELECT count(*) FROM registration")).isEqualTo(1);
        queue.ended(shipment.devices().get(1), new Fate.Registered(Optional.of("id-2")));
        assertThat(devices.number("SELECT count(*) FROM shipment")).isZero();
    }

    @Test
    void twoDecisionsWaitForNoShipment() throws Exception {
        List<String> serials = new ArrayList<>(List.of("SN-1", "SN-2", "SN-3"));
        approved(serials.get(0), "Sales");
        sent();
        report(serials.get(1), "2026-01-15T10:00:00Z");
        report(serials.get(2), "2026-01-15T10:00:00Z");
        approve(2, "A");
        approve(3, "B");
        read();
        assertThat(queue.queued(500)).hasSize(2);
    }
}
