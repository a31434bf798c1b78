// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast Intune may be written to: at most so many requests in any stretch of time. Counted from the answers, so that
 * no delay on the way puts more of them into one stretch on the other side. Not thread-safe; knows no clock.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">Microsoft Graph throttling limits, Intune</a>
 */
final class WriteWindow {

    private final int most;
    private final Duration stretch;
    private final Deque<Long> written = new ArrayDeque<>();

    private WriteWindow(int most, Duration stretch) {
        this.most = most;
        this.stretch = stretch;
    }

    /** 100 in 20 s for one app in one tenant. */
    static WriteWindow ofIntune() {
        return of(100, Duration.ofSeconds(20));
    }

    static WriteWindow of(int most, Duration stretch) {
        return new WriteWindow(most, stretch);
    }

    /**
     * Returns how long the next write has to wait.
     *
     * @param nanos the time now
     * @return zero where it may go at once
     */
    Duration delay(long nanos) {
        if (written.size() < most) {
            return Duration.ZERO;
        }
        Duration left = stretch.minusNanos(nanos - written.getFirst());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Notes a write.
     *
     * @param nanos when its answer came
     */
    void wrote(long nanos) {
        written.addLast(nanos);
        if (written.size() > most) {
            written.removeFirst();
        }
    }
}
