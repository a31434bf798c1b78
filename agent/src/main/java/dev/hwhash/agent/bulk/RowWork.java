// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.table.DeviceRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work on the rows of a file by all processors, with the results in the file's order. A few batches of rows are on their
 * way at a time, so that memory does not grow with the file. Immutable and thread-safe.
 *
 * @param <R> what comes of a batch
 */
public final class RowWork<R> {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Enough that no processor waits while one batch takes longer. */
    private static final int ON_THE_WAY = 2 * PROCESSORS + 1;

    private final Work<R> work;

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

    /** What is done with the results, one after the other, by the caller's thread. */
    @FunctionalInterface
    public interface Taker<R, E extends Exception> {

        /**
         * Takes the next result.
         *
         * @param result what came of the next batch
         * @throws E if nothing more can be taken
         */
        void take(R result) throws E;
    }

    /**
     * Makes work.
     *
     * @param work a pure function
     */
    public RowWork(Work<R> work) {
        this.work = work;
    }

    /**
     * Works on all rows that are left.
     *
     * @param rows a file; not closed
     * @param taker gets the results in the file's order
     * @param <E> what the taker throws
     * @throws InputRefusedException if the file breaks off; what came before has been taken
     * @throws E if the taker threw it
     */
    public <E extends Exception> void run(InputRows rows, Taker<R, E> taker) throws InputRefusedException, E {
        List<DeviceRow> first = rows.next();
        if (first.isEmpty()) {
            return;
        }
        R result = work.on(first);
        taker.take(result);
        List<DeviceRow> second = rows.next();
        if (second.isEmpty()) {
            // Most files: threads would cost more than they bring.
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSORS, RowWork::daemon);
        try {
            run(second, rows, threads, taker);
        } finally {
            threads.shutdownNow();
        }
    }

    private <E extends Exception> void run(
            List<DeviceRow> first, InputRows rows, ExecutorService threads, Taker<R, E> taker)
            throws InputRefusedException, E {
        Deque<Future<R>> onTheWay = new ArrayDeque<>();
        List<DeviceRow> batch = first;
        try {
            while (!batch.isEmpty()) {
                List<DeviceRow> next = batch;
                Callable<R> task = () -> work.on(next);
                onTheWay.add(threads.submit(task));
                if (onTheWay.size() == ON_THE_WAY) {
                    taker.take(result(onTheWay.remove()));
                }
                batch = rows.next();
            }
        } catch (InputRefusedException e) {
            takeAll(onTheWay, taker);
            throw e;
        }
        takeAll(onTheWay, taker);
    }

    private <E extends Exception> void takeAll(Deque<Future<R>> onTheWay, Taker<R, E> taker) throws E {
        while (!onTheWay.isEmpty()) {
            taker.take(result(onTheWay.remove()));
        }
    }

    private R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("work on rows failed", e.getCause());
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
}
