// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by waiting, and at once. */
final class FakePace implements Pace {

    private final List<Duration> waits = new ArrayList<>();
    private long nanos;

    /** Returns the waits so far. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration time) {
        waits.add(time);
        nanos += time.toNanos();
    }

    @Override
    public double random() {
        return 0.5;
    }
}
