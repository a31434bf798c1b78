// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that passes when somebody sleeps, for a client and the fakes together: as {@link Pace} of the one and clock of
 * the others, minutes of waiting take no time. Thread-safe.
 */
public final class FakeTime implements Pace, InstantSource {

    private final Instant start;
    private Duration passed = Duration.ZERO;

    /** Starts at the time of this machine, so that certificates and assertions are timely. */
    public FakeTime() {
        start = Instant.now();
    }

    @Override
    public synchronized long nanos() {
        return passed.toNanos();
    }

    @Override
    public synchronized void sleep(Duration time) {
        passed = passed.plus(time);
    }

    /** Returns the middle, always. */
    @Override
    public double random() {
        return 0.5;
    }

    @Override
    public synchronized Instant instant() {
        return start.plus(passed);
    }

    /**
     * Returns how long has been slept in all.
     *
     * @return zero at the start
     */
    public synchronized Duration passed() {
        return passed;
    }
}
