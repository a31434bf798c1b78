// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * How often a refused token may come from one address: a bucket of 20, refilled by one in three seconds. A good token is
 * never counted, so that one wrong PC behind a shared address does not keep the others out. IPv6 counts by /64, of which
 * one customer has all addresses. Remembers the 10,000 addresses that failed last. Thread-safe.
 */
public final class FailureLimit {

    private static final int CAPACITY = 20;
    private static final long NANOS_EACH = 3_000_000_000L;
    private static final int SHARED_PREFIX = 8;

    private final Buckets<ByteBuffer> buckets;

    /**
     * Makes a limit.
     *
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public FailureLimit(LongSupplier nanoTime) {
        this.buckets = new Buckets<>(CAPACITY, NANOS_EACH, nanoTime);
    }

    /**
     * Counts a failure.
     *
     * @param address where it came from
     * @return false where there were too many of late
     */
    public boolean allows(InetAddress address) {
        return buckets.take(key(address));
    }

    /**
     * Takes back what was counted before it was known to be no failure.
     *
     * @param address where it came from
     */
    public void forgive(InetAddress address) {
        buckets.giveBack(key(address));
    }

    private static ByteBuffer key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, SHARED_PREFIX)).slice();
    }
}
