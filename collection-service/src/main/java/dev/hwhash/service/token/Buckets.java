// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts by key how often something happened of late: each key has a bucket that is refilled evenly. Remembers the 10,000
 * keys that were used last. Thread-safe.
 *
 * @param <K> what is counted by
 */
public final class Buckets<K> {

    private static final int MOST_KEYS = 10_000;

    private final int capacity;
    private final long nanosEach;
    private final LongSupplier nanoTime;

    /** The time up to which each is paid for. */
    private final Map<K, Long> paidUntil = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /**
     * Makes full buckets.
     *
     * @param capacity how often it may happen at once
     * @param nanosEach after how many nanoseconds once more
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public Buckets(int capacity, long nanosEach, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanosEach = nanosEach;
        this.nanoTime = nanoTime;
    }

    /**
     * Counts once.
     *
     * @param key by what
     * @return false where the bucket is empty; it is not counted then
     */
    public synchronized boolean take(K key) {
        long now = nanoTime.getAsLong();
        long paid = paid(key, now);
        if (paid - now > (capacity - 1) * nanosEach) {
            return false;
        }
        paidUntil.put(key, paid + nanosEach);
        return true;
    }

    /**
     * Takes one count back.
     *
     * @param key by what
     */
    public synchronized void giveBack(K key) {
        paidUntil.computeIfPresent(key, (same, paid) -> paid - nanosEach);
    }

    /**
     * Counts what others have counted, and this one perhaps too.
     *
     * @param key by what
     * @param filled for how many nanoseconds the bucket is filled, as others know it
     */
    public synchronized void learn(K key, long filled) {
        long now = nanoTime.getAsLong();
        if (now + filled - paid(key, now) > 0) {
            paidUntil.put(key, now + filled);
        }
    }

    private long paid(K key, long now) {
        Long paid = paidUntil.get(key);
        // Never compared but by its distance: the clock may stand at any number, and run over.
        return paid == null || paid - now < 0 ? now : paid;
    }
}
