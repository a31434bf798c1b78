// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.retention.Retention;
import dev.hwhash.service.retention.RetentionDays;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is swept, by a clock that is set by hand. */
class RetentionTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RetentionDays THIRTY = new RetentionDays(30);

    @TempDir
    Path folder;

    private StoredDevices devices;
    private Retention retention;

    @BeforeEach
    void open() {
        devices = new StoredDevices(folder.resolve("test.db"));
        retention = new Retention(
                new SqlRetention(devices.database, devices.reading, devices.new Standing()), devices.new Standing());
    }

    @AfterEach
    void close() {
        retention.close();
        devices.close();
    }

    private void day(int day) {
        devices.at(START.plus(Duration.ofDays(day)));
    }

    private static byte[] report(String serial, int hash) {
        return Bodies.report(
                serial,
                SyntheticHash.of(serial)
                        .time(Instant.parse("2025-06-01T00:00:00Z").plusSeconds(hash))
                        .text());
    }

    /** Waits for the sweep that follows a change of the setting. */
    private void sweptBy(RetentionDays days, String query, long wanted) throws InterruptedException {
        retention.set(days, StoredDevices.PAT);
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (devices.number(query) != wanted && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(devices.number(query)).isEqualTo(wanted);
    }

    @Test
    void devicesOfWhichNothingWasReceivedForTooLongGo() throws InterruptedException {
        for (int i = 0; i < 120; i++) {
            day(i);
            devices.report(Bodies.report("HWHASH-" + i));
        }
        day(100);
        assertThat(retention.days()).isEqualTo(RetentionDays.FOR_EVER);
        assertThat(retention.wouldGo(RetentionDays.FOR_EVER)).isZero();
        assertThat(retention.wouldGo(THIRTY)).isEqualTo(70);

        sweptBy(THIRTY, "SELECT count(*) FROM device", 50);

        assertThat(devices.number("SELECT min(id) FROM device"))
                .as("to the day")
                .isEqualTo(71);
        assertThat(devices.number("SELECT count(*) FROM hardware_hash")).isEqualTo(50);
        assertThat(retention.days()).isEqualTo(THIRTY);
        assertThat(devices.audited())
                .containsExactly(
                        "pat setting-changed retentionDays 30",
                        "service retention-deleted 50 devices",
                        "service retention-deleted 20 devices");
    }

    @Test
    void ofALivingDeviceTheOldReportsGoThatNobodyNeeds() throws InterruptedException {
        day(0);
        devices.report(report("HWHASH-0001", 1));
        devices.approve(1);
        devices.report(report("HWHASH-0001", 2));
        devices.report(report("HWHASH-0001", 9));
        devices.report(report("HWHASH-0001", 3));
        day(60);
        devices.report(report("HWHASH-0001", 4));

        sweptBy(THIRTY, "SELECT count(*) FROM report", 3);

        assertThat(devices.text("SELECT string_agg(CAST(id AS TEXT), ' ' ORDER BY id) FROM report"))
                .as("that which was decided, that with the newest time, and the last")
                .isEqualTo("1 3 5");
        assertThat(devices.number("SELECT count(*) FROM hardware_hash")).isEqualTo(3);
        assertThat(devices.view(1).decision()).isPresent();
    }

    @Test
    @Timeout(60)
    void aSweepComesByItselfWhenTheServiceStarts() throws InterruptedException {
        day(0);
        devices.report(Bodies.report("HWHASH-0001"));
        sweptBy(THIRTY, "SELECT count(*) FROM device", 1);
        day(60);
        retention.start(Turn.ALWAYS);
        while (devices.number("SELECT count(*) FROM device") > 0) {
            Thread.sleep(10);
        }
    }

    @Test
    void twoSweepsAtOnceDeleteEachDeviceOnce() throws InterruptedException {
        int count = 300;
        for (int i = 0; i < count; i++) {
            day(i % 10);
            devices.report(Bodies.report("HWHASH-" + i));
        }
        day(100);
        SqlRetention store = new SqlRetention(devices.database, devices.reading, devices.new Standing());
        try (Retention other = new Retention(store, devices.new Standing())) {
            retention.set(THIRTY, StoredDevices.PAT);
            other.start(Turn.ALWAYS);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (devices.number("SELECT count(*) FROM device") > 0 && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
        }
        assertThat(devices.number("SELECT count(*) FROM device")).isZero();
        assertThat(devices.number("SELECT sum(CAST(replace(detail, ' devices', '') AS INTEGER)) FROM audit"
                        + " WHERE action = 'retention-deleted'"))
                .as("devices of which the audit log says that they went")
                .isEqualTo(count);
    }
}
