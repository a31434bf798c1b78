// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/**
 * How often somebody may fail from one address, with a refused token or a wrong password: a bucket of 20, refilled by one in three seconds. A good token is
 * never counted, so that one wrong PC behind a shared address does not keep the others out. IPv6 counts by /64, of which
 * one customer has all addresses. A replica remembers the 10,000 addresses that failed last. Thread-safe.
 */
public final class FailureLimit {

    private static final int CAPACITY = 20;
    private static final long NANOS_EACH = 3_000_000_000L;
    private static final int SHARED_PREFIX = 8;

    private final SharedBuckets buckets;

    /**
     * Makes a limit.
     *
     * @param what fails, apart from all else
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @param everywhere what all replicas count
     */
    public FailureLimit(String what, LongSupplier nanoTime, BucketStore everywhere) {
        this.buckets = new SharedBuckets(what, CAPACITY, NANOS_EACH, nanoTime, everywhere);
    }

    /**
     * Counts a try as a failure, in this replica.
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

    /**
     * Counts a try that failed, in all replicas.
     *
     * @param address where it came from
     * @return false where that was one too many
     */
    public boolean failed(InetAddress address) {
        return buckets.failed(key(address));
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHARED_PREFIX));
    }
}
