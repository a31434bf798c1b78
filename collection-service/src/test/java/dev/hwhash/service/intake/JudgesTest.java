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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports that come to a store that stands still. */
@Timeout(60)
class JudgesTest {

    private static final byte[] BODY = Bodies.report("HWHASH-0001");

    private final CountDownLatch disk = new CountDownLatch(1);
    private final GroupCommit queue = new GroupCommit(this::store, new Unobserved());

    @AfterEach
    void stop() {
        disk.countDown();
        queue.close();
    }

    @Test
    void moreThanTheQueueHasPlacesForWaitAndAreStored() throws Exception {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        try (Judges judges = new Judges(queue, Duration.ofSeconds(50))) {
            for (int i = 0; i < 3_000; i++) {
                answers.add(submit(judges));
            }
            while (queue.waiting() < 1_024) {
                Thread.sleep(1);
            }
            assertThat(judges.waiting()).isBetween(2_400, 3_000);
            assertThat(judges.takesMore()).isTrue();
            disk.countDown();
            for (CompletableFuture<Answer> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isInstanceOf(Answer.Receipt.class);
            }
        }
    }

    @Test
    void whatWaitedLongerThanItsSenderDoesIsNotLookedAt() throws Exception {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        try (Judges judges = new Judges(queue, Duration.ZERO)) {
            for (int i = 0; i < 10; i++) {
                answers.add(judges.submit(UUID.randomUUID(), JudgesTest::fail, 1, "192.0.2.1"));
            }
            for (CompletableFuture<Answer> answer : answers) {
                assertThat(kind(answer.get(10, TimeUnit.SECONDS))).isEqualTo(RefusalKind.BUSY);
            }
        }
    }

    @Test
    void noMoreWaitThanMemoryIsMeantFor() throws Exception {
        try (Judges judges = new Judges(queue)) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            while (judges.takesMore()) {
                answers.add(judges.submit(UUID.randomUUID(), this::held, 1, "192.0.2.1"));
            }
            assertThat(answers).hasSizeGreaterThan(12_000);
            assertThat(kind(submit(judges).get(1, TimeUnit.SECONDS))).isEqualTo(RefusalKind.BUSY);
            disk.countDown();
        }
    }

    @Test
    void atTheEndWhatWaitsIsStoredAndNothingElseIsTaken() throws Exception {
        Judges judges = new Judges(queue);
        CompletableFuture<Answer> before = submit(judges);
        disk.countDown();
        judges.close();
        assertThat(before.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Receipt.class);
        assertThat(judges.takesMore()).isFalse();
        assertThat(kind(submit(judges).get(1, TimeUnit.SECONDS))).isEqualTo(RefusalKind.BUSY);
    }

    private static CompletableFuture<Answer> submit(Judges judges) {
        return judges.submit(UUID.randomUUID(), () -> BODY, 1, "192.0.2.1");
    }

    private static RefusalKind kind(Answer answer) {
        return ((Answer.Refused) answer).refusal().kind();
    }

    private static byte[] fail() {
        throw new IllegalStateException("it was looked at");
    }

    private byte[] held() {
        await();
        return BODY;
    }

    private void await() {
        try {
            assertThat(disk.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Answer> store(List<Submission> group) {
        await();
        return group.stream().map(JudgesTest::receipt).toList();
    }

    private static Answer receipt(Submission submission) {
        return new Answer.Receipt(submission.report().id(), submission.report().content(), Instant.EPOCH, true);
    }

    private static final class Unobserved implements GroupObserver {

        @Override
        public void stored(int reports, Duration took) {}

        @Override
        public void failed(Throwable defect) {}
    }
}
