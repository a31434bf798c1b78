// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.approval.DeviceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Counting beside the requests. */
class OverviewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void nobodyWaitsForACount() throws InterruptedException {
        CountDownLatch counting = new CountDownLatch(1);
        Source source = new Source() {
            @Override
            public Overview count(Instant now) {
                await(counting);
                return super.count(now);
            }
        };
        try (Overviews overviews = new Overviews(source, Clock.systemUTC())) {
            assertThat(overviews.latest()).isEmpty();
            counting.countDown();
            assertThat(eventually(overviews).of(DeviceState.PENDING)).isEqualTo(1);
        }
        assertThat(source.closed).isTrue();
    }

    @Test
    void manyLooksAtOnceAreOneCount() throws InterruptedException {
        Source source = new Source();
        try (Overviews overviews = new Overviews(source, Clock.systemUTC())) {
            eventually(overviews);
            for (int i = 0; i < 1_000; i++) {
                overviews.latest();
            }
            assertThat(source.counts.get())
                    .as("none within two seconds of the first")
                    .isEqualTo(1);
        }
    }

    @Test
    void aCountThatFailsIsTriedAgain() throws InterruptedException {
        Source source = new Source() {
            @Override
            public Overview count(Instant now) {
                Overview overview = super.count(now);
                if (counts.get() == 1) {
                    throw new IllegalStateException("busy");
                }
                return overview;
            }
        };
        try (Overviews overviews = new Overviews(source, Clock.systemUTC())) {
            assertThat(eventually(overviews).all()).isEqualTo(2);
        }
    }

    @Test
    void aLookAfterTheEndShowsTheLastNumbers() throws InterruptedException {
        Overviews overviews = new Overviews(new Source(), Clock.systemUTC());
        Overview last = eventually(overviews);
        overviews.close();
        assertThat(overviews.latest()).contains(last);
    }

    private static Overview eventually(Overviews overviews) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Overview> overview = overviews.latest();
            if (overview.isPresent()) {
                return overview.get();
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new AssertionError("nothing was counted");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As many devices as it was asked. */
    private static class Source implements OverviewSource {

        final AtomicInteger counts = new AtomicInteger();
        volatile boolean closed;

        @Override
        public long version() {
            return 1;
        }

        @Override
        public Overview count(Instant now) {
            long devices = counts.incrementAndGet();
            return new Overview(Map.of(DeviceState.PENDING, devices), 0, 0, Optional.empty(), List.of());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
