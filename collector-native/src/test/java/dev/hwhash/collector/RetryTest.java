// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final OptionalInt PASSES = OptionalInt.of(0x80041004);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whatMayPassIsAskedOnceMoreAfterASecond() {
        assertThat(Retry.pause(PASSES, 1, LONG)).hasValue(Duration.ofSeconds(1));
        assertThat(Retry.pause(PASSES, 2, LONG)).isEmpty();
    }

    @Test
    void littleTimeMakesTheWaitShort() {
        assertThat(Retry.pause(PASSES, 1, Duration.ofMillis(400))).hasValue(Duration.ofMillis(100));
        assertThat(Retry.pause(PASSES, 1, Duration.ZERO)).isEmpty();
    }

    @Test
    void whatStaysIsNotAskedAgain() {
        assertThat(Retry.pause(OptionalInt.of(0x80041003), 1, LONG)).isEmpty();
        assertThat(Retry.pause(OptionalInt.empty(), 1, LONG)).isEmpty();
    }
}
