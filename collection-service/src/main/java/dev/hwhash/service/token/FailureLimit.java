// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often a refused token may come from one address: a bucket of 20, refilled by one in three seconds. A good token is
 * never counted, so that one wrong PC behind a shared address does not keep the others out. IPv6 counts by /64, of which
 * one customer has all addresses. Remembers the 10,000 addresses that failed last. Thread-safe.
 */
public final class FailureLimit {

    private static final int CAPACITY = 20;
    private static final long NANOS_EACH = 3_000_000_000L;
    private static final int MOST_ADDRESSES = 10_000;
    private static final int SHARED_PREFIX = 8;

    private final LongSupplier nanoTime;
    private final Map<ByteBuffer, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** The time up to which failures are paid for. */
    private record Bucket(long paidUntil) {}

    /**
     * Makes a limit.
     *
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public FailureLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a failure.
     *
     * @param address where it came from
     * @return false where there were too many of late
     */
    public synchronized boolean allows(InetAddress address) {
        long now = nanoTime.getAsLong();
        ByteBuffer key = key(address);
        Bucket bucket = buckets.get(key);
        long paid = bucket == null ? now : Math.max(now, bucket.paidUntil());
        if (paid - now > (CAPACITY - 1) * NANOS_EACH) {
            return false;
        }
        buckets.put(key, new Bucket(paid + NANOS_EACH));
        return true;
    }

    private static ByteBuffer key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, SHARED_PREFIX)).slice();
    }
}
