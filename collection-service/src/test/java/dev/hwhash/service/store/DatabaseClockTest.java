// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of the database's server. */
class DatabaseClockTest {

    /** A machine under load may take so long between two looks. */
    private static final Duration CLOSE = Duration.ofMillis(500);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.at(folder.resolve("test.db")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Duration off(Clock clock) {
        return Duration.between(Instant.now(), clock.instant()).abs();
    }

    @Test
    @ServerOnly("this machine's clock")
    void aMachineWhoseClockIsOffHasTheServersTime() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofMinutes(10), Duration.ofDays(-400))) {
            Clock machine = Clock.offset(Clock.systemUTC(), wrong);
            assertThat(off(DatabaseClock.of(database, machine))).isLessThan(CLOSE);
        }
    }

    @Test
    @ServerOnly("this machine's clock")
    void aClockThatIsMovedIsMeasuredAgain() {
        Duration[] wrong = {Duration.ofMinutes(10)};
        Clock moved = new Clock() {
            @Override
            public Instant instant() {
                return Instant.now().plus(wrong[0]);
            }

            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        DatabaseClock clock = DatabaseClock.of(database, moved);
        wrong[0] = Duration.ofHours(-1);
        assertThat(off(clock)).isGreaterThan(Duration.ofMinutes(60));
        clock.measure();
        assertThat(off(clock)).isLessThan(CLOSE);
    }

    @Test
    @EmbeddedOnly("the server's clock")
    void theEmbeddedDatabaseHasThisMachinesClock() {
        Clock machine = Clock.offset(Clock.systemUTC(), Duration.ofHours(5));
        assertThat(off(DatabaseClock.of(database, machine))).isGreaterThan(Duration.ofMinutes(299));
    }

    @Test
    void whereTheDatabaseIsGoneTheLastMeasurementLasts() {
        Database gone = Database.open(TestDatabase.at(folder.resolve("gone.db")));
        DatabaseClock clock = DatabaseClock.of(gone);
        gone.close();
        assertThatNoException().isThrownBy(clock::measure);
        assertThat(off(clock)).isLessThan(CLOSE);
    }
}
