// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The queue of reports that wait to be stored, and the one thread that stores them in groups: a disk forces many reports
 * as fast as one. While a group is being stored, the next one gathers by itself; only then, and only where more than one
 * came last time, is there a wait for more, of at most 10 ms. Thread-safe.
 */
public final class GroupCommit implements AutoCloseable {

    private static final int LARGEST_GROUP = 512;
    private static final int MOST_WAITING = 2 * LARGEST_GROUP;
    /** A group for which nobody waits any longer: the cost of forcing is shared well. */
    private static final int ENOUGH = 64;

    private static final Duration LONGEST_WAIT = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ReportStore store;
    private final GroupObserver observer;
    private final Duration patience;
    private final Thread writer = new Thread(this::run, "writer");
    private volatile boolean stopping;

    private record Waiting(Submission submission, CompletableFuture<Answer> answer) {}

    /**
     * Starts the thread.
     *
     * @param store where groups go; called by that thread alone
     * @param observer is told of each group
     */
    public GroupCommit(ReportStore store, GroupObserver observer) {
        this(store, observer, PATIENCE);
    }

    GroupCommit(ReportStore store, GroupObserver observer, Duration patience) {
        this.patience = patience;
        this.store = store;
        this.observer = observer;
        writer.start();
    }

    /**
     * Hands a report in, and waits for a place for at most 5 seconds.
     *
     * @param submission the report and its token
     * @return completed by the writing thread when the report is on disk, or with the reason why it is not; never with
     *     an exception
     */
    public CompletableFuture<Answer> submit(Submission submission) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        if (stopping) {
            answer.complete(stopping());
        } else if (!offered(new Waiting(submission, answer))) {
            answer.complete(new Answer.Refused(busy()));
        } else if (!writer.isAlive()) {
            // It came between the last look of the writer and its end.
            refuseWaiting();
        }
        return answer;
    }

    /**
     * Returns how many reports wait.
     *
     * @return without those that are being stored
     */
    public int waiting() {
        return queue.size();
    }

    private boolean offered(Waiting waiting) {
        try {
            return queue.offer(waiting, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes no more, stores all that waits, and returns when the thread has ended, or after 20 seconds. */
    @Override
    public void close() {
        stopping = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseWaiting();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>(LARGEST_GROUP);
        int last = 0;
        while (!stopping || !queue.isEmpty()) {
            try {
                gather(group, last > 1);
            } catch (InterruptedException e) {
                // Nobody interrupts this thread to end it: close does that in order.
                continue;
            }
            if (!group.isEmpty()) {
                last = group.size();
                store(group);
                group.clear();
            }
        }
    }

    private void gather(List<Waiting> group, boolean moreToCome) throws InterruptedException {
        Waiting first = queue.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        group.add(first);
        queue.drainTo(group, LARGEST_GROUP - 1);
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (moreToCome && !stopping && group.size() < ENOUGH) {
            Waiting next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            group.add(next);
            queue.drainTo(group, LARGEST_GROUP - group.size());
        }
    }

    private void store(List<Waiting> group) {
        List<Submission> submissions = group.stream().map(Waiting::submission).toList();
        long start = System.nanoTime();
        List<Answer> answers = answers(submissions);
        observer.stored(answers.size(), Duration.ofNanos(System.nanoTime() - start));
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }

    // Whatever happens to a group, its senders are answered and the next group is stored.
    private List<Answer> answers(List<Submission> submissions) {
        try {
            return store.store(submissions);
        } catch (RuntimeException | Error e) {
            observer.failed(e);
            Answer defect = Answer.Refused.of(RefusalKind.DEFECT, "the report could not be stored; see the log");
            return submissions.stream().map(submission -> defect).toList();
        }
    }

    private void refuseWaiting() {
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.answer().complete(stopping()));
    }

    static Refusal busy() {
        return Refusal.of(RefusalKind.BUSY, "more reports wait than can be stored in time; send this one again later");
    }

    private static Answer stopping() {
        return Answer.Refused.of(RefusalKind.STOPPING, "the service is about to end; send the report again later");
    }
}
