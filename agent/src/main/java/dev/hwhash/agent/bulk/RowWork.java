// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.table.DeviceRow;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Work on the rows of a file by all processors, with the results in the file's order. A few batches of rows are on their
 * way at a time, so that memory does not grow with the file. Not thread-safe.
 *
 * @param <R> what comes of a batch
 */
public final class RowWork<R> implements Closeable {

    /** One thread reads for all, so that many more would only hold memory. */
    private static final int MOST_PROCESSORS = 8;

    private static final int PROCESSORS =
            Math.min(MOST_PROCESSORS, Runtime.getRuntime().availableProcessors());

    /** The caller's thread reads and takes the results, which fills a processor. */
    private static final int WORKERS = Math.max(1, PROCESSORS - 1);

    /** Enough that no processor waits while one batch takes longer. */
    private static final int ON_THE_WAY = 2 * PROCESSORS + 1;

    private final InputRows rows;
    private final Work<R> work;
    private final Deque<Future<R>> onTheWay = new ArrayDeque<>();
    private @Nullable ExecutorService threads;
    private Optional<InputRefusedException> refused = Optional.empty();
    private int batches;
    private boolean ended;

    /** What is done with a batch, by any thread: a pure function. */
    @FunctionalInterface
    public interface Work<R> {

        /**
         * Works on a batch.
         *
         * @param rows rows that follow one another
         * @return what came of them
         */
        R on(List<DeviceRow> rows);
    }

    /**
     * Makes work; nothing is read yet.
     *
     * @param rows a file; not closed with the work
     * @param work a pure function
     */
    public RowWork(InputRows rows, Work<R> work) {
        this.rows = rows;
        this.work = work;
    }

    /**
     * Returns what came of the next batch.
     *
     * @return empty when all rows are done
     * @throws InputRefusedException if the file breaks off; what came before has been returned
     */
    public Optional<R> next() throws InputRefusedException {
        while (!ended && onTheWay.size() < ON_THE_WAY) {
            Optional<List<DeviceRow>> batch = batch();
            if (batch.isPresent() && batches == 1) {
                // Most files have no second one: threads would cost more than they bring.
                return Optional.of(work.on(batch.get()));
            }
            if (batch.isPresent()) {
                Callable<R> task = () -> work.on(batch.get());
                onTheWay.add(threads().submit(task));
            }
        }
        if (!onTheWay.isEmpty()) {
            return Optional.of(result(onTheWay.remove()));
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
        return Optional.empty();
    }

    private Optional<List<DeviceRow>> batch() {
        try {
            List<DeviceRow> batch = rows.next();
            ended = batch.isEmpty();
            batches++;
            return ended ? Optional.empty() : Optional.of(batch);
        } catch (InputRefusedException e) {
            ended = true;
            refused = Optional.of(e);
            return Optional.empty();
        }
    }

    private ExecutorService threads() {
        ExecutorService known = threads;
        if (known == null) {
            known = Executors.newFixedThreadPool(WORKERS, RowWork::daemon);
            threads = known;
        }
        return known;
    }

    private R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("work on rows throws nothing else", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "rows");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
