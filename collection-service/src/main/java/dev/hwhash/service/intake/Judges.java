// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at reports before they are stored, which costs more than all else: with as many threads as there are processors,
 * and no faster than they are stored. More threads would leave too little to the one that stores, and where more comes
 * than can be dealt with, less would be stored than otherwise. Thread-safe.
 */
public final class Judges implements AutoCloseable {

    private static final int MOST_WAITING = 12_000;

    /** The agent waits for 15 seconds; what would be answered later than that is not worth a look. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final GroupCommit queue;
    private final Duration longestWait;
    private final ThreadPoolExecutor threads;

    /**
     * Makes them.
     *
     * @param queue where reports go; closed after this
     */
    public Judges(GroupCommit queue) {
        this(queue, LONGEST_WAIT);
    }

    Judges(GroupCommit queue, Duration longestWait) {
        this.queue = queue;
        this.longestWait = longestWait;
        int processors = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                processors,
                processors,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> new Thread(work, "judge"));
    }

    /**
     * Hands a report in.
     *
     * @param id the report's id
     * @param body inflates it, to at most 64 KB
     * @param token id of the enrolment token by which it came
     * @param client the address that it came from
     * @return completed when the report is on disk, or with the reason why it is not; fails as the body does
     */
    public CompletableFuture<Answer> submit(UUID id, Supplier<byte[]> body, long token, String client) {
        long since = System.nanoTime();
        try {
            return CompletableFuture.supplyAsync(() -> judgement(id, body, since), threads)
                    .thenCompose(judgement -> stored(judgement, token, client));
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(new Answer.Refused(GroupCommit.busy()));
        }
    }

    /**
     * Returns how many reports wait.
     *
     * @return without those that are being stored
     */
    public int waiting() {
        return threads.getQueue().size() + queue.waiting();
    }

    /**
     * Returns whether another report would be taken.
     *
     * @return false while too many wait, and once the service is about to end
     */
    public boolean takesMore() {
        return !threads.isShutdown() && threads.getQueue().remainingCapacity() > 0;
    }

    private Judgement judgement(UUID id, Supplier<byte[]> body, long since) {
        return System.nanoTime() - since > longestWait.toNanos()
                ? new Judgement.Refused(GroupCommit.busy())
                : Intake.judge(id, body.get());
    }

    private CompletableFuture<Answer> stored(Judgement judgement, long token, String client) {
        return judgement instanceof Judgement.Accepted accepted
                ? queue.submit(new Submission(accepted.report(), token, client))
                : CompletableFuture.completedFuture(new Answer.Refused(((Judgement.Refused) judgement).refusal()));
    }

    /** Takes no more, and returns when all that waited were looked at, or after 10 seconds. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
