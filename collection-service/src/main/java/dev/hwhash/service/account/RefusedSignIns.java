// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.audit.AuditLog;
import dev.hwhash.service.token.BucketStore;
import dev.hwhash.service.token.SharedBuckets;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Writes refused sign-ins into the audit log: 100 at once and then one a minute, with the number of those between that
 * came to the same replica, so that a flood of them does not fill the disk. A name that no account has is not written; it may be a password that was
 * typed into the wrong field. Thread-safe.
 */
public final class RefusedSignIns {

    private static final int AT_ONCE = 100;
    private static final long NANOS_EACH = 60_000_000_000L;

    private static final String ALL = "all";

    private final AuditLog audit;
    private final SharedBuckets entries;
    private final AtomicLong unwritten = new AtomicLong();

    /**
     * Makes one.
     *
     * @param audit where they are written
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @param everywhere what all replicas count
     */
    public RefusedSignIns(AuditLog audit, LongSupplier nanoTime, BucketStore everywhere) {
        this.audit = audit;
        this.entries = new SharedBuckets("refused sign-ins", AT_ONCE, NANOS_EACH, nanoTime, everywhere);
    }

    /** Writes that name and password did not fit. */
    void refused(Optional<Account> account, InetAddress address) {
        String name = account.map(each -> each.name().text()).orElse("");
        String why = account.isEmpty()
                ? "no such account"
                : account.get().disabled() ? "disabled, or wrong password" : "wrong password";
        write(new Actor(name, address.getHostAddress()), why);
    }

    /** Writes that somebody failed too often. */
    void tooMany(InetAddress address) {
        write(new Actor("", address.getHostAddress()), "too many failures of late");
    }

    private void write(Actor actor, String why) {
        if (!entries.take(ALL) || !entries.failed(ALL)) {
            unwritten.incrementAndGet();
            return;
        }
        long before = unwritten.getAndSet(0);
        audit.write(
                actor,
                AuditAction.SIGN_IN_REFUSED,
                before == 0 ? why : why + "; " + before + " more before it are not written");
    }
}
