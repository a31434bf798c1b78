// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.web.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The published limits of Intune's enrolment interface: in 20 seconds 100 writes of an app and 200 of a tenant, 1,000
 * and 2,000 requests of any kind. With one app the tenant's are never met first.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">Throttling limits</a>
 */
public final class Throttle {

    private static final Duration WINDOW = Duration.ofSeconds(20);

    private final List<Limit> onWrites;
    private final List<Limit> onAll;

    private Throttle(List<Limit> onWrites, List<Limit> onAll) {
        this.onWrites = onWrites;
        this.onAll = onAll;
    }

    /**
     * Takes everything.
     *
     * @return no limits
     */
    public static Throttle off() {
        return new Throttle(List.of(), List.of());
    }

    /**
     * Takes what Microsoft says.
     *
     * @return the published limits
     */
    public static Throttle published() {
        return new Throttle(
                List.of(new Limit(100, WINDOW), new Limit(200, WINDOW)),
                List.of(new Limit(1000, WINDOW), new Limit(2000, WINDOW)));
    }

    /** Counts a request, or tells in how long one more is taken. */
    Optional<Duration> full(boolean write, Instant now) {
        List<Limit> limits = new ArrayList<>(onAll);
        if (write) {
            limits.addAll(onWrites);
        }
        Optional<Duration> longest =
                limits.stream().flatMap(limit -> limit.fullFor(now).stream()).max(Duration::compareTo);
        if (longest.isEmpty()) {
            limits.forEach(limit -> limit.take(now));
        }
        return longest;
    }
}
