// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How fast Intune is written to and asked. */
class PacingTest {

    @Property
    void noStretchOfTimeHoldsMoreWritesThanAllowed(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3000) Integer> pauses,
            @ForAll @IntRange(min = 1, max = 10) int most) {
        Duration stretch = Duration.ofSeconds(5);
        WriteWindow window = WriteWindow.of(most, stretch);
        long now = 0;
        List<Long> written = new ArrayList<>();
        for (int pause : pauses) {
            now += Duration.ofMillis(pause).toNanos();
            now += window.delay(now).toNanos();
            written.add(now);
            window.wrote(now);
        }
        for (int i = 0; i + most < written.size(); i++) {
            assertThat(written.get(i + most) - written.get(i)).isGreaterThanOrEqualTo(stretch.toNanos());
        }
    }

    @Test
    void aThousandWritesTakeTheLeastTimeThatTheLimitAllows() {
        WriteWindow window = WriteWindow.ofIntune();
        long now = 0;
        for (int i = 0; i < 1000; i++) {
            now += window.delay(now).toNanos();
            window.wrote(now);
        }
        assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofMinutes(3));
    }

    @Property
    void aLookComesBeforeTheDeadlineAndNoTwoComeWithinASecond(
            @ForAll @LongRange(min = 0, max = 7200) long waited, @ForAll @LongRange(min = 0, max = 7200) long left) {
        Duration pause = PollInterval.after(Duration.ofSeconds(waited), Duration.ofSeconds(left));
        assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
        if (left > 2) {
            assertThat(pause).isLessThan(Duration.ofSeconds(left));
        }
    }

    @Test
    void theLooksGetRarerTheLongerItTakes() {
        Duration hour = Duration.ofHours(1);
        assertThat(PollInterval.after(Duration.ZERO, hour)).isEqualTo(Duration.ofSeconds(2));
        assertThat(PollInterval.after(Duration.ofSeconds(40), hour)).isEqualTo(Duration.ofSeconds(10));
        assertThat(PollInterval.after(Duration.ofSeconds(90), hour)).isEqualTo(Duration.ofSeconds(15));
        assertThat(PollInterval.after(Duration.ofMinutes(6), hour)).isEqualTo(Duration.ofSeconds(30));
    }
}
