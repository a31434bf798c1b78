// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import dev.hwhash.service.background.BackgroundThread;
import dev.hwhash.service.background.Turn;
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
 * are stored. What a replica leaves undone that stops or dies is done within a minute by the one whose turn it is, at the
 * latest after the next start; two that do the same selection at once share it. Thread-safe; to be closed before the
 * database.
 */
public final class SelectionRunner implements AutoCloseable {

    /** For as long a selection is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(SelectionRunner.class);
    private static final Duration EACH = Duration.ofHours(1);
    private static final Duration RESUMED = Duration.ofSeconds(45);

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
     * @param turn says whether this replica ends what others began, and forgets
     */
    public SelectionRunner(Selections selections, Clock clock, Turn turn) {
        this.selections = selections;
        this.clock = clock;
        thread.repeat(turn, this::resume, RESUMED);
        thread.repeat(turn, this::forget, EACH);
    }

    private void resume() {
        try {
            selections.unfinished().forEach(this::steps);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("event", "selections-not-resumed")
                    .log("what a stop left undone waits for the next look");
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
                            "a selection was not done to its end; it goes on when it is ordered again, or by itself within a minute");
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
