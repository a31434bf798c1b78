// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import dev.hwhash.service.background.BackgroundThread;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what was ordered for selections, one after the other on a thread of its own, in short steps between which reports
 * are stored. What a stop leaves undone is done after the next start. Thread-safe; to be closed before the database.
 */
public final class SelectionRunner implements AutoCloseable {

    /** For as long a selection is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(SelectionRunner.class);
    private static final Duration EACH = Duration.ofHours(1);

    /**
     * Longer than the naps of 25 ms in which others wait for the database at first: none of them misses the moment
     * between two steps.
     */
    private static final Duration REST = Duration.ofMillis(30);

    private final Selections selections;
    private final Clock clock;
    private final BackgroundThread thread = new BackgroundThread("selections");
    private final Map<Long, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    /**
     * Starts the thread, which first ends what was begun, and forgets old selections now and each hour.
     *
     * @param selections what is done
     * @param clock says which are old
     */
    public SelectionRunner(Selections selections, Clock clock) {
        this.selections = selections;
        this.clock = clock;
        thread.execute(this::resume);
        thread.repeat(this::forget, EACH);
    }

    private void resume() {
        try {
            selections.unfinished().forEach(this::steps);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("event", "selections-not-resumed")
                    .log("what a stop left undone waits for the next start");
        }
    }

    private void forget() {
        try {
            selections.forget(clock.instant().minus(KEPT));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("event", "selections-kept").log("old selections were not forgotten");
        }
    }

    /**
     * Does what was ordered for a selection, and waits for it a while. One that is being done is not begun again.
     *
     * @param id the selection
     * @param patience for how long to wait
     */
    public void run(long id, Duration patience) {
        try {
            start(id).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("a selection takes longer than its request", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a selection was not done", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> start(long id) {
        return running.computeIfAbsent(id, selection -> CompletableFuture.runAsync(() -> steps(selection), thread));
    }

    private void steps(long id) {
        try {
            Optional<Long> last = selections.step(id, 0);
            while (last.isPresent() && thread.rest(REST)) {
                last = selections.step(id, last.get());
            }
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("event", "selection-stopped")
                    .addKeyValue("selection", id)
                    .log(
                            "a selection was not done to its end; it goes on when it is ordered again, or at the next start");
        } finally {
            running.remove(id);
        }
    }

    /** Ends the step that runs, and begins no other. */
    @Override
    public void close() {
        thread.close();
    }
}
