// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.retry.NextStep.Delay;
import dev.hwhash.registration.retry.NextStep.Reason;
import dev.hwhash.registration.retry.NextStep.Stop;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** When to try again. */
class RetryPolicyTest {

    private static final RetryPolicy MANY = RetryPolicy.DEFAULT.withAttempts(Integer.MAX_VALUE);

    private static Duration delay(RetryPolicy policy, int made, Optional<Duration> retryAfter, double random) {
        return ((Delay) policy.after(made, Setback.PASSING, retryAfter, random)).time();
    }

    @Property
    void aDelayIsBelowTheDoubledBaseAndTheCap(
            @ForAll @IntRange(min = 1, max = 2_000_000_000) int made,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration delay = delay(MANY, made, Optional.empty(), random);
        double doubled = Math.min(300, 2 * Math.pow(2, made - 1));
        assertThat(delay).isBetween(Duration.ZERO, Duration.ofMillis((long) (doubled * 1000)));
    }

    @Property
    void chanceSpreadsOverTheWholeDelay(
            @ForAll @IntRange(min = 1, max = 20) int made,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        long most = delay(MANY, made, Optional.empty(), 1).toMillis();
        assertThat(delay(MANY, made, Optional.empty(), random).toMillis())
                .isBetween((long) (most * random) - 1, (long) (most * random) + 1);
    }

    @Property
    void whatTheServiceAsksForIsWaitedUpToAnHourAndSpread(
            @ForAll @IntRange(min = 1, max = 20) int made,
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long seconds,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration delay = delay(MANY, made, Optional.of(Duration.ofSeconds(seconds)), random);
        long asked = Math.min(seconds, 3600);
        assertThat(delay).isBetween(Duration.ofSeconds(asked), Duration.ofSeconds(asked + 2));
    }

    @Property
    void aNegativeRetryAfterIsNone(
            @ForAll @LongRange(min = -9_999_999_999L, max = -1) long seconds,
            @ForAll @IntRange(min = 1, max = 9) int made) {
        assertThat(delay(MANY, made, Optional.of(Duration.ofSeconds(seconds)), 0.5))
                .isEqualTo(delay(MANY, made, Optional.empty(), 0.5));
    }

    @Test
    void theDelaysDoubleUpToTheCap() {
        assertThat(delay(MANY, 1, Optional.empty(), 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(delay(MANY, 2, Optional.empty(), 1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(delay(MANY, 8, Optional.empty(), 1)).isEqualTo(Duration.ofSeconds(256));
        assertThat(delay(MANY, 9, Optional.empty(), 1)).isEqualTo(Duration.ofMinutes(5));
    }

    @Property
    void theAttemptsAreCounted(@ForAll @IntRange(min = 1, max = 50) int attempts) {
        RetryPolicy policy = RetryPolicy.DEFAULT.withAttempts(attempts);
        int made = 1;
        while (policy.after(made, Setback.PASSING, Optional.empty(), 0.5) instanceof Delay) {
            made++;
        }
        assertThat(made).isEqualTo(attempts);
        assertThat(policy.after(made, Setback.PASSING, Optional.of(Duration.ZERO), 0.5))
                .isEqualTo(new Stop(Reason.ATTEMPTS_USED_UP));
    }

    @Test
    void whatIsDecidedOrHasToBeMendedIsNotTriedAgain() {
        assertThat(MANY.after(1, Setback.FINAL, Optional.of(Duration.ZERO), 0)).isEqualTo(new Stop(Reason.DECIDED));
        assertThat(MANY.after(1, Setback.LASTING, Optional.of(Duration.ZERO), 0))
                .isEqualTo(new Stop(Reason.NEEDS_MENDING));
    }
}
