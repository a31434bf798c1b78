// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

/** Buckets that all replicas of the service fill together, by a clock that is the same for all. Thread-safe. */
@FunctionalInterface
public interface BucketStore {

    /** Of a service that has no other beside it: {@link Buckets} in its memory are enough. */
    BucketStore NONE = (bucket, nanosEach, most) -> 0;

    /**
     * Counts once, and never waits for long: where nothing can be counted, nothing is known of the others.
     *
     * @param bucket its name; not kept as it is
     * @param nanosEach after how many nanoseconds one is forgotten
     * @param most how many are remembered at most
     * @return for how many nanoseconds the bucket is filled, this time included; 0 where that is not known
     */
    long add(String bucket, long nanosEach, int most);

    /** Forgets what has passed. */
    default void sweep() {
        // Nothing is kept.
    }
}
