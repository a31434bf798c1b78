// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how far it came, at most every few seconds. Used by one thread. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private final long start;
    private long said;
    private long copied;
    private long compared;

    Progress(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.said = start;
    }

    void copied(String table, int rows) {
        copied += rows;
        say("copying", table, copied);
    }

    void compared(String table) {
        compared++;
        // A look at the clock for each row would be seen.
        if (compared % 1000 == 0) {
            say("comparing", table, compared);
        }
    }

    private void say(String what, String table, long rows) {
        long now = nanos.getAsLong();
        if (now - said < PAUSE) {
            return;
        }
        said = now;
        LOG.atInfo()
                .addKeyValue("event", what)
                .addKeyValue("table", table)
                .addKeyValue("rows", rows)
                .addKeyValue("seconds", Duration.ofNanos(now - start).toSeconds())
                .log("{} the table {}: {} rows so far", what, table, rows);
    }

    /** How many rows were copied. */
    long copied() {
        return copied;
    }
}
