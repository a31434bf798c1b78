// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.background;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread for long work in pieces, that rests between them so that reports are stored meanwhile. Thread-safe; to be
 * closed before what it works on.
 */
public final class BackgroundThread implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundThread.class);
    private static final Duration LONGEST_PIECE = Duration.ofSeconds(30);

    /** How soon another replica's work is taken over, at most. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final String name;
    private final ScheduledExecutorService thread;
    private volatile boolean stopping;

    /**
     * Starts one that does nothing yet.
     *
     * @param name of the thread
     */
    public BackgroundThread(String name) {
        this.name = name;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Does something after what it has to do already.
     *
     * @param work logs its own failures
     */
    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    /**
     * Does something now, and again and again.
     *
     * @param work logs its own failures; one that throws is never done again
     * @param pause between two times
     */
    public void repeat(Runnable work, Duration pause) {
        var unused = thread.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Does something as soon as it is this replica's turn, and again and again as long as it is.
     *
     * @param turn says so; asked before each time
     * @param work logs its own failures; one that throws is never done again
     * @param pause between two times
     */
    public void repeat(Turn turn, Runnable work, Duration pause) {
        repeat(new InTurn(turn, work, pause), pause.compareTo(LOOK) < 0 ? pause : LOOK);
    }

    /** Looks often whether something is due, and does it seldom. Used by the thread alone. */
    private static final class InTurn implements Runnable {

        private final Turn turn;
        private final Runnable work;
        private final long pause;
        private long due = System.nanoTime();

        InTurn(Turn turn, Runnable work, Duration pause) {
            this.turn = turn;
            this.work = work;
            this.pause = pause.toNanos();
        }

        @Override
        public void run() {
            if (System.nanoTime() - due >= 0 && turn.isMine()) {
                work.run();
                due = System.nanoTime() + pause;
            }
        }
    }

    /**
     * Gives the processor and the database to others for a while.
     *
     * @param rest how long; less where the thread is closed meanwhile
     * @return whether to go on with the next piece
     */
    public boolean rest(Duration rest) {
        try {
            Thread.sleep(rest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !stopping;
    }

    /** Waits for the piece that is being done, and begins no other. */
    @Override
    public void close() {
        stopping = true;
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_PIECE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn()
                        .addKeyValue("event", "thread-hangs")
                        .addKeyValue("thread", name)
                        .log("a piece of work does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
