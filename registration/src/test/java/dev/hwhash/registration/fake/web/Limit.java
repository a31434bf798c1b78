// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/** So many requests in a sliding window. Used by one thread at a time. */
public final class Limit {

    private final ArrayDeque<Instant> taken = new ArrayDeque<>();
    private final int most;
    private final Duration window;

    /**
     * Makes a limit.
     *
     * @param most requests in the window
     * @param window its length
     */
    public Limit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /**
     * Tells how long it is full.
     *
     * @param now the time
     * @return empty where one more is taken
     */
    public Optional<Duration> fullFor(Instant now) {
        Instant start = now.minus(window);
        while (!taken.isEmpty() && !taken.element().isAfter(start)) {
            taken.remove();
        }
        return taken.size() < most ? Optional.empty() : Optional.of(Duration.between(start, taken.element()));
    }

    /**
     * Counts one.
     *
     * @param now the time
     */
    public void take(Instant now) {
        taken.add(now);
    }
}
