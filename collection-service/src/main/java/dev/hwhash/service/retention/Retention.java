// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.retention;

import dev.hwhash.service.audit.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps when the service starts, then once a day, and when somebody changes the setting, on a thread of its own.
 * Thread-safe; to be closed before the database.
 */
public final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final Duration EACH = Duration.ofDays(1);
    private static final Duration LONGEST_PIECE = Duration.ofSeconds(30);

    /** Longer than the naps in which others wait for the database: none of them misses the moment between two pieces. */
    private static final Duration REST = Duration.ofMillis(50);

    private final RetentionStore store;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "retention");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean stopping;

    /** What is deleted in pieces. */
    private interface Pieces {
        RetentionStore.Piece next(long after);
    }

    /**
     * Makes one that does nothing by itself before {@link #start}.
     *
     * @param store what is swept
     * @param clock says what is old
     */
    public Retention(RetentionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Sweeps now and each day from now on. */
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::sweepOrLog, 0, EACH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Returns the setting.
     *
     * @return for how long devices are kept
     */
    public RetentionDays days() {
        return store.days();
    }

    /**
     * Changes the setting, and has the next sweep be now.
     *
     * @param days for how long devices are kept
     * @param actor who says so
     */
    public void set(RetentionDays days, Actor actor) {
        store.set(days, actor);
        thread.execute(this::sweepOrLog);
    }

    /**
     * Returns how many devices a sweep would delete now.
     *
     * @param days if they were kept for so long
     * @return how many
     */
    public long wouldGo(RetentionDays days) {
        return days.cutoff(clock.instant()).map(store::devicesBefore).orElse(0L);
    }

    private void sweepOrLog() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("event", "sweep-failed").log("old devices were not all deleted");
        }
    }

    /** Deletes what is old. */
    void sweep() {
        Optional<Instant> cutoff = store.days().cutoff(clock.instant());
        if (cutoff.isPresent()) {
            long devices = pieces(after -> store.deleteDevices(cutoff.get(), after));
            long reports = pieces(after -> store.deleteReports(cutoff.get(), after));
            LOG.atInfo()
                    .addKeyValue("event", "swept")
                    .addKeyValue("devices", devices)
                    .addKeyValue("reports", reports)
                    .log("old devices and reports were deleted");
        }
        store.overwrite();
    }

    private long pieces(Pieces pieces) {
        long deleted = 0;
        RetentionStore.Piece piece = new RetentionStore.Piece(0, 0, false);
        while (!piece.isLast() && !stopping) {
            piece = pieces.next(piece.last());
            deleted += piece.deleted();
            if (!piece.isLast()) {
                rest();
            }
        }
        return deleted;
    }

    private static void rest() {
        try {
            Thread.sleep(REST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the piece that is being deleted, and begins no other. */
    @Override
    public void close() {
        stopping = true;
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_PIECE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn().addKeyValue("event", "sweep-hangs").log("a sweep does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
