// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often one looks at what is under way. */
class LooksTest {

    private final StillPace pace = new StillPace();
    private final Looks looks = new Looks(pace);

    /** Time that passes only when the test says so. */
    private static final class StillPace implements Pace {

        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public double random() {
            return 0;
        }
    }

    private void dueAfter(int seconds) {
        pace.sleep(Duration.ofSeconds(seconds).minusNanos(1));
        assertThat(looks.areDue()).isFalse();
        pace.sleep(Duration.ofNanos(1));
        assertThat(looks.areDue()).isTrue();
    }

    @Test
    void looksAtOnceThenLessAndLessOftenWhereNothingHappens() {
        assertThat(looks.areDue()).isTrue();
        for (int seconds : new int[] {1, 2, 4, 8, 15, 15}) {
            looks.done(false);
            dueAfter(seconds);
        }
    }

    @Test
    void looksAgainAtOnceWhereSomethingHappensOrWasSent() {
        looks.done(false);
        looks.done(false);
        looks.done(true);
        assertThat(looks.areDue()).isTrue();
        looks.done(false);
        dueAfter(1);
        looks.done(false);
        looks.soon();
        assertThat(looks.areDue()).isTrue();
    }
}
