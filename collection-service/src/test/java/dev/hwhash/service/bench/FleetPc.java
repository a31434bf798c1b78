// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.registration.retry.NextStep;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.registration.retry.Setback;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** A PC that reports once when it starts, by the agent's own rules: {@code hwhash collect --upload}. */
final class FleetPc implements Comparable<FleetPc> {

    /** For how long the agent tries before it leaves the report in its outbox for the next start. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final int number;
    private final long startedAt;
    private int made;
    private long due;

    FleetPc(int number, long startedAt) {
        this.number = number;
        this.startedAt = startedAt;
        this.due = startedAt;
    }

    int number() {
        return number;
    }

    /** When it sends next. */
    long due() {
        return due;
    }

    long startedAt() {
        return startedAt;
    }

    /** How often it has sent. */
    int made() {
        return made;
    }

    void sending() {
        made++;
    }

    /** Decides when it tries again; false where its report stays in the outbox. */
    boolean triesAgain(Optional<Duration> retryAfter, long now, SplittableRandom random) {
        NextStep next = RetryPolicy.DEFAULT.after(made, Setback.PASSING, retryAfter, random.nextDouble());
        if (!(next instanceof NextStep.Delay delay)) {
            return false;
        }
        due = now + delay.time().toNanos();
        return due - startedAt < STANDSTILL.toNanos();
    }

    @Override
    public int compareTo(FleetPc other) {
        return Long.compare(due, other.due);
    }
}
