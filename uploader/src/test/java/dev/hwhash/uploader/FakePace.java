// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes at once, and chance that is always the same. */
final class FakePace implements Pace {

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    List<Duration> pauses() {
        return pauses;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration time) {
        pauses.add(time);
        pass(time);
    }

    @Override
    public double random() {
        return 0.5;
    }
}
