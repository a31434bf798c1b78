// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.live.Overview;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts in a real database. */
class SqlOverviewTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void devicesAreCountedByStateAndTime() {
        Path file = folder.resolve("test.db");
        try (Database database = Database.open(TestDatabase.at(file));
                ReadOnlyDatabase reading = ReadOnlyDatabase.open(TestDatabase.at(file));
                SqlOverview source = new SqlOverview(reading)) {
            assertThat(source.count(NOW).all()).isZero();
            assertThat(source.count(NOW).lastReceivedAt()).isEmpty();
            long before = source.version();
            add(database, 1, "pending", Duration.ofSeconds(30), Duration.ZERO);
            add(database, 2, "pending", Duration.ofMinutes(59), Duration.ofDays(2));
            add(database, 3, "approved", Duration.ofHours(2), Duration.ofDays(2));
            add(database, 4, "rejected", Duration.ofDays(29), Duration.ofDays(30));
            assertThat(source.version()).isNotEqualTo(before);
            Overview overview = source.count(NOW);
            assertThat(overview.of(DeviceState.PENDING)).isEqualTo(2);
            assertThat(overview.of(DeviceState.APPROVED)).isEqualTo(1);
            assertThat(overview.of(DeviceState.REJECTED)).isEqualTo(1);
            assertThat(overview.lastMinute()).isEqualTo(1);
            assertThat(overview.lastHour()).isEqualTo(2);
            assertThat(overview.lastReceivedAt()).contains(NOW.minusSeconds(30));
            assertThat(overview.days()).hasSize(Overview.DAYS);
            assertThat(overview.days().get(Overview.DAYS - 1))
                    .isEqualTo(new Overview.Day(LocalDate.of(2026, 1, 31), 1));
            assertThat(overview.days().get(Overview.DAYS - 3).devices()).isEqualTo(2);
            assertThat(overview.days().stream().mapToLong(Overview.Day::devices).sum())
                    .as("the first of them came a day too early")
                    .isEqualTo(3);
        }
    }

    private static void add(Database database, long id, String state, Duration last, Duration first) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO device (id, flags, state, first_received_at, last_received_at, newest_report)"
                                + " VALUES (?, '', ?, ?, ?, 1)",
                        id,
                        state,
                        NOW.minus(first).toEpochMilli(),
                        NOW.minus(last).toEpochMilli()));
    }
}
