// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHasherTest {

    private static final Password PASSWORD = new Password("correct horse battery");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Slow slow = new Slow();

    @AfterEach
    void stop() {
        slow.go.countDown();
        threads.shutdownNow();
    }

    @Test
    void onlyTheSamePasswordFitsAndEachHashHasItsSalt() throws BusyException {
        PasswordHasher hasher = new PasswordHasher();
        PasswordHash hash = hasher.hash(PASSWORD);
        assertThat(hash.encoded()).startsWith("$argon2id$v=19$m=9216,t=4,p=1$");
        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(hasher.matches(new Password("correct horse batterx"), hash)).isFalse();
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hash);
        assertThat(hasher.isOutdated(hash)).isFalse();
    }

    @Test
    void whatWasHashedWithLessIsToBeHashedAnew() {
        String weak = String.valueOf(new Argon2PasswordEncoder(16, 32, 1, 7_168, 5).encode(PASSWORD.text()));
        assertThat(new PasswordHasher().isOutdated(new PasswordHash(weak))).isTrue();
    }

    @Test
    void noMoreThanTwoRunAndEightWait() throws Exception {
        PasswordHasher hasher = new PasswordHasher(slow, 2, Duration.ofMinutes(1));
        List<Future<PasswordHash>> taken = new ArrayList<>();
        for (int i = 0; i < 2 + PasswordHasher.WAITING; i++) {
            taken.add(threads.submit(() -> hasher.hash(PASSWORD)));
        }
        assertThat(slow.twoRun.await(60, TimeUnit.SECONDS)).isTrue();
        while (hasher.isRoom()) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> hasher.hash(PASSWORD)).isInstanceOf(BusyException.class);

        slow.go.countDown();
        for (Future<PasswordHash> each : taken) {
            assertThat(each.get(60, TimeUnit.SECONDS).encoded()).isEqualTo("hash");
        }
        assertThat(slow.most.get()).isEqualTo(2);
        assertThat(hasher.hash(PASSWORD).encoded()).isEqualTo("hash");
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        PasswordHasher hasher = new PasswordHasher(slow, 2, Duration.ofMillis(1));
        Future<PasswordHash> first = threads.submit(() -> hasher.hash(PASSWORD));
        Future<PasswordHash> second = threads.submit(() -> hasher.hash(PASSWORD));
        assertThat(slow.twoRun.await(60, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> hasher.hash(PASSWORD)).isInstanceOf(BusyException.class);
        slow.go.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(second.get(60, TimeUnit.SECONDS));
    }

    /** Hashes when it is told to. */
    private static final class Slow implements PasswordEncoder {

        private final CountDownLatch go = new CountDownLatch(1);
        private final CountDownLatch twoRun = new CountDownLatch(2);
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            twoRun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.decrementAndGet();
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return false;
        }
    }
}
