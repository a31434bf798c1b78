// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Buckets<String> buckets = new Buckets<>(3, 10, nanos::get);

    @Test
    void aBucketIsEmptiedAndRefilledEvenOverTheEndOfTheClock() {
        assertThat(taken("a")).isEqualTo(3);
        assertThat(buckets.take("b")).isTrue();
        nanos.addAndGet(9);
        assertThat(taken("a")).isZero();
        nanos.addAndGet(1);
        assertThat(taken("a")).isEqualTo(1);
        nanos.addAndGet(1_000);
        assertThat(taken("a")).isEqualTo(3);
    }

    @Test
    void whatIsGivenBackDoesNotCount() {
        taken("a");
        buckets.giveBack("a");
        assertThat(taken("a")).isEqualTo(1);
        buckets.giveBack("never taken");
        assertThat(taken("never taken")).isEqualTo(3);
    }

    @Test
    void theKeysThatWereNotUsedForLongestAreForgotten() {
        taken("a");
        for (int i = 0; i < 10_000; i++) {
            buckets.take("other " + i);
        }
        assertThat(taken("a")).isEqualTo(3);
    }

    private int taken(String key) {
        int count = 0;
        while (count < 10 && buckets.take(key)) {
            count++;
        }
        return count;
    }
}
