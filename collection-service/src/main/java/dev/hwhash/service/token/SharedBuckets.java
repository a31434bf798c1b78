// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.util.function.LongSupplier;

/**
 * Counts failures by key, in this replica before it is known whether a try fails, and in all replicas together once it
 * did. So a try that does not fail costs the others nothing, and an empty bucket is found in this replica's memory. Of n
 * replicas that are asked at once each may let as many tries begin as it has not heard of the others yet: together at most
 * the capacity and n - 1 more where they are asked one after the other; what was too much is waited for. Thread-safe.
 */
public final class SharedBuckets {

    private final String name;
    private final int capacity;
    private final long nanosEach;
    private final Buckets<String> here;
    private final BucketStore everywhere;

    /**
     * Makes full buckets.
     *
     * @param name what is counted, apart from all else
     * @param capacity how often it may happen at once
     * @param nanosEach after how many nanoseconds once more
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @param everywhere of all replicas
     */
    public SharedBuckets(String name, int capacity, long nanosEach, LongSupplier nanoTime, BucketStore everywhere) {
        this.name = name;
        this.capacity = capacity;
        this.nanosEach = nanosEach;
        this.here = new Buckets<>(capacity, nanosEach, nanoTime);
        this.everywhere = everywhere;
    }

    /**
     * Counts a try in this replica.
     *
     * @param key by what
     * @return false where the bucket is empty as far as this replica knows; it is not counted then
     */
    public boolean take(String key) {
        return here.take(key);
    }

    /**
     * Takes back a try that did not fail.
     *
     * @param key by what
     */
    public void giveBack(String key) {
        here.giveBack(key);
    }

    /**
     * Counts a try that failed in all replicas.
     *
     * @param key by what
     * @return false where that was one too many
     */
    public boolean failed(String key) {
        long filled = everywhere.add(name + " " + key, nanosEach, 2 * capacity);
        here.learn(key, filled);
        return filled <= capacity * nanosEach;
    }
}
