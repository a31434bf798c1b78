// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.Bodies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final Report REPORT =
            ((Judgement.Accepted) Intake.judge(new UUID(0, 1), Bodies.report("HWHASH-0001"))).report();

    private final List<Integer> groups = new ArrayList<>();
    private final GroupObserver observer = new GroupObserver() {
        @Override
        public void stored(int reports, Duration took) {
            groups.add(reports);
        }

        @Override
        public void failed(Throwable defect) {
            groups.add(-1);
        }
    };

    @Test
    void whatArrivesDuringACommitIsTheNextGroup() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        ReportStore store = group -> {
            await(disk);
            return receipts(group);
        };
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        try (GroupCommit queue = new GroupCommit(store, observer)) {
            answers.add(queue.submit(submission()));
            untilTaken(queue);
            for (int i = 0; i < 30; i++) {
                answers.add(queue.submit(submission()));
            }
            disk.countDown();
            for (CompletableFuture<Answer> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Receipt.class);
            }
        }
        assertThat(groups).containsExactly(1, 30);
    }

    @Test
    void aFullQueueSaysSo() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        try (GroupCommit queue = new GroupCommit(
                group -> {
                    await(disk);
                    return receipts(group);
                },
                observer,
                Duration.ofMillis(50))) {
            answers.add(queue.submit(submission()));
            untilTaken(queue);
            while (queue.waiting() < 1024) {
                answers.add(queue.submit(submission()));
            }
            Answer one = queue.submit(submission()).get(1, TimeUnit.SECONDS);
            assertThat(((Answer.Refused) one).refusal().kind()).isEqualTo(RefusalKind.BUSY);
            disk.countDown();
        }
        for (CompletableFuture<Answer> answer : answers) {
            assertThat(answer.get(1, TimeUnit.SECONDS)).isInstanceOf(Answer.Receipt.class);
        }
    }

    @Test
    void aStoreThatFailsIsAnsweredAndTheNextGroupIsStored() throws Exception {
        List<Integer> calls = new ArrayList<>();
        ReportStore store = group -> {
            calls.add(group.size());
            if (calls.size() == 1) {
                throw new IllegalStateException("broken");
            }
            return receipts(group);
        };
        try (GroupCommit queue = new GroupCommit(store, observer)) {
            Answer first = queue.submit(submission()).get(10, TimeUnit.SECONDS);
            assertThat(((Answer.Refused) first).refusal().kind()).isEqualTo(RefusalKind.DEFECT);
            assertThat(queue.submit(submission()).get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Receipt.class);
        }
    }

    @Test
    void afterTheEndEverythingIsRefused() throws Exception {
        GroupCommit queue = new GroupCommit(GroupCommitTest::receipts, observer);
        queue.close();
        Answer answer = queue.submit(submission()).get(1, TimeUnit.SECONDS);
        assertThat(((Answer.Refused) answer).refusal().kind()).isEqualTo(RefusalKind.STOPPING);
    }

    private static void untilTaken(GroupCommit queue) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (queue.waiting() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        assertThat(queue.waiting()).isZero();
        // Out of the queue, and with nobody behind it: the group is closed at once.
        Thread.sleep(50);
    }

    private static List<Answer> receipts(List<Submission> group) {
        return group.stream()
                .map(each -> (Answer)
                        new Answer.Receipt(each.report().id(), each.report().content(), Instant.EPOCH, true))
                .toList();
    }

    private static Submission submission() {
        return new Submission(REPORT, 1, "192.0.2.1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
