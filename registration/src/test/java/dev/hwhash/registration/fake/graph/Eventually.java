// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value whose changes are seen later than they are made. Used by one thread at a time. */
final class Eventually<T> {

    private record Version<T>(Instant from, Optional<T> value) {}

    private final List<Version<T>> versions = new ArrayList<>();

    Eventually(Instant seenFrom, T first) {
        versions.add(new Version<>(seenFrom, Optional.of(first)));
    }

    void become(Instant seenFrom, Optional<T> value) {
        versions.add(new Version<>(seenFrom, value));
    }

    /** Returns what is seen at a moment. */
    Optional<T> seenAt(Instant now) {
        Optional<T> seen = Optional.empty();
        for (Version<T> version : versions) {
            if (!version.from().isAfter(now)) {
                seen = version.value();
            }
        }
        return seen;
    }

    /** Returns what it really is. */
    Optional<T> truth() {
        return versions.get(versions.size() - 1).value();
    }
}
