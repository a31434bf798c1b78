// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void whatIsLeftIsRoundedUpAndNeverNegative() {
        assertThat(Deadline.in(Duration.ofNanos(1)).millisLeft()).isBetween(0, 1);
        assertThat(new Deadline(Duration.ZERO, System.nanoTime()).millisLeft()).isZero();
        assertThat(new Deadline(Duration.ZERO, System.nanoTime()).passed()).isTrue();
    }

    @Test
    void aPatienceBeyondCountingIsADay() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(deadline.millisLeft()).isBetween(86_000_000, 86_400_000);
        assertThat(deadline.passed()).isFalse();
    }
}
