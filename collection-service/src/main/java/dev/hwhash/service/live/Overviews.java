// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last overview, and counts anew on a thread of its own when somebody looks: at most every two seconds, for at
 * most a tenth of the time, and only when something was stored since, or ten seconds have gone by. Nobody ever waits for
 * it. Thread-safe; to be closed.
 */
public final class Overviews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Overviews.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** How much longer than a count the pause after it is: many millions of devices take seconds. */
    private static final long TIMES = 9;

    private static final Duration STALE = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final OverviewSource source;
    private final Clock clock;
    private final ExecutorService executor;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile Optional<Counted> last = Optional.empty();

    /** An overview, and of what. */
    private record Counted(Overview overview, long version, long lookedAt, long countedAt, long took) {

        boolean isDue() {
            return System.nanoTime() - lookedAt > Math.max(PAUSE.toNanos(), took * TIMES);
        }

        Counted lookedAt(long now) {
            return new Counted(overview, version, now, countedAt, 0);
        }
    }

    /**
     * Makes one, and has it count for the first time.
     *
     * @param source where it counts; closed with this
     * @param clock says what the last minute is
     */
    public Overviews(OverviewSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
        executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "overview");
            thread.setDaemon(true);
            return thread;
        });
        latest();
    }

    /**
     * Returns the last overview, and sees to it that the next look finds a newer one.
     *
     * @return empty until the first is counted
     */
    public Optional<Overview> latest() {
        Optional<Counted> known = last;
        if ((known.isEmpty() || known.get().isDue()) && counting.compareAndSet(false, true)) {
            begin();
        }
        return known.map(Counted::overview);
    }

    private void begin() {
        try {
            executor.execute(this::look);
        } catch (RejectedExecutionException closed) {
            counting.set(false);
        }
    }

    private void look() {
        try {
            long version = source.version();
            long now = System.nanoTime();
            Optional<Counted> same =
                    last.filter(known -> known.version == version && now - known.countedAt < STALE.toNanos());
            last = Optional.of(same.map(known -> known.lookedAt(now)).orElseGet(() -> counted(version, now)));
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).addKeyValue("event", "overview-failed").log("the devices could not be counted");
        } finally {
            counting.set(false);
        }
    }

    private Counted counted(long version, long start) {
        Overview overview = source.count(clock.instant());
        long end = System.nanoTime();
        return new Counted(overview, version, end, start, end - start);
    }

    /** Waits for a count that has begun, then closes the source. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().addKeyValue("event", "overview-late").log("the devices are still being counted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
