// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.token.BucketStore;
import dev.hwhash.service.token.TokenHash;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buckets in PostgreSQL, by the server's clock. A name is kept as a number alone: what was typed as a name may be a
 * password. Thread-safe.
 */
final class SqlBuckets implements BucketStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlBuckets.class);

    private static final String NOW = "CAST(extract(epoch FROM statement_timestamp()) * 1000000 AS BIGINT)";

    /** As Buckets has it: what is paid for lies in the future, and a time that has passed counts no more. */
    private static final String ADD = "INSERT INTO bucket (id, paid_until) VALUES (:id, " + NOW + " + :each)"
            + " ON CONFLICT (id) DO UPDATE SET paid_until ="
            + " least(greatest(bucket.paid_until, " + NOW + ") + :each, " + NOW + " + :most)"
            + " RETURNING paid_until - " + NOW;

    private final Jdbi jdbi;
    private volatile boolean alone;

    SqlBuckets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public long add(String bucket, long nanosEach, int most) {
        long each = TimeUnit.NANOSECONDS.toMicros(nanosEach);
        try {
            long micros = jdbi.withHandle(handle -> handle.createQuery(ADD)
                    .bind("id", number(bucket))
                    .bind("each", each)
                    .bind("most", each * most)
                    .mapTo(Long.class)
                    .one());
            alone = false;
            return TimeUnit.MICROSECONDS.toNanos(micros);
        } catch (JdbiException e) {
            warnOnce();
            return 0;
        }
    }

    /** A flood of failures must not fill the log. */
    private void warnOnce() {
        if (!alone) {
            alone = true;
            LOG.atWarn()
                    .addKeyValue("event", "failures-not-shared")
                    .log("the database takes no write; this replica counts failures alone meanwhile");
        }
    }

    /** Two names that share a number are limited together; nobody can look for such names in good time. */
    private static long number(String bucket) {
        return ByteBuffer.wrap(TokenHash.of(bucket).bytes()).getLong();
    }

    /** Of each address that fails a row is left. */
    @Override
    public void sweep() {
        try {
            jdbi.useHandle(handle -> handle.execute("DELETE FROM bucket WHERE paid_until < " + NOW));
        } catch (JdbiException e) {
            LOG.debug("passed failures are kept until the next time", e);
        }
    }
}
