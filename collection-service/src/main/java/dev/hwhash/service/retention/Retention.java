// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.retention;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.background.BackgroundThread;
import dev.hwhash.service.background.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps when the service starts, then once a day, in the replica whose turn it is; and when somebody changes the setting,
 * in the one that was asked: two sweeps at once delete each device once. On a thread of its own. Thread-safe; to be closed
 * before the database.
 */
public final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final Duration EACH = Duration.ofDays(1);

    /** Longer than the naps in which others wait for the database: none of them misses the moment between two pieces. */
    private static final Duration REST = Duration.ofMillis(50);

    private final RetentionStore store;
    private final Clock clock;
    private final BackgroundThread thread = new BackgroundThread("retention");

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

    /**
     * Sweeps now and each day from now on.
     *
     * @param turn says whether this replica does
     */
    public void start(Turn turn) {
        thread.repeat(turn, this::sweepOrLog, EACH);
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
        boolean more = true;
        while (more) {
            piece = pieces.next(piece.last());
            deleted += piece.deleted();
            more = !piece.isLast() && thread.rest(REST);
        }
        return deleted;
    }

    /** Ends the piece that is being deleted, and begins no other. */
    @Override
    public void close() {
        thread.close();
    }
}
