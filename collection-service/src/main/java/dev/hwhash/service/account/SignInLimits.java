// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.token.BucketStore;
import dev.hwhash.service.token.FailureLimit;
import dev.hwhash.service.token.SharedBuckets;
import java.net.InetAddress;
import java.util.function.LongSupplier;

/**
 * How often somebody may fail to sign in: by address as {@link FailureLimit} has it, and by name in a bucket of 10 that is
 * refilled by one in ten seconds. An address from which the account's owner has signed in before does not count by name,
 * so that a stranger who fails without end cannot keep him out. Thread-safe.
 */
public final class SignInLimits {

    private static final int FAILURES_BY_NAME = 10;
    private static final long NANOS_EACH = 10_000_000_000L;

    private final FailureLimit byAddress;
    private final SharedBuckets byName;
    private final KnownAddresses known;

    /** Remembers from where somebody has signed in. */
    @FunctionalInterface
    public interface KnownAddresses {

        /**
         * Returns whether somebody has signed in from there.
         *
         * @param name of his account
         * @param address from where he tries now
         * @return false for a name that there is not
         */
        boolean knows(AccountName name, InetAddress address);
    }

    /**
     * Makes limits.
     *
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @param known from where who has signed in
     * @param everywhere what all replicas count
     */
    public SignInLimits(LongSupplier nanoTime, KnownAddresses known, BucketStore everywhere) {
        this.byAddress = new FailureLimit("sign-in address", nanoTime, everywhere);
        this.byName = new SharedBuckets("sign-in name", FAILURES_BY_NAME, NANOS_EACH, nanoTime, everywhere);
        this.known = known;
    }

    /**
     * Counts a try as a failure before its password is looked at, so that many at once count each; in this replica, until
     * it is known.
     *
     * @param name of the account, whether there is one or not
     * @param address from where
     * @return false where there were too many of late
     */
    boolean allows(AccountName name, InetAddress address) {
        if (!byAddress.allows(address)) {
            return false;
        }
        return byName.take(name.key()) || known.knows(name, address);
    }

    /** Counts a try by what can be no name. */
    boolean allows(InetAddress address) {
        return byAddress.allows(address);
    }

    /** Counts a try that failed, in all replicas. */
    void failed(AccountName name, InetAddress address) {
        byAddress.failed(address);
        byName.failed(name.key());
    }

    /** Counts a try by what can be no name, in all replicas. */
    boolean failed(InetAddress address) {
        return byAddress.failed(address);
    }

    /** Takes back what was counted: it was no failure. */
    void forgive(AccountName name, InetAddress address) {
        byAddress.forgive(address);
        byName.giveBack(name.key());
    }
}
