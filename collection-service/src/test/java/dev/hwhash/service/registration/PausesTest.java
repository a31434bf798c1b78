// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the loop rests. */
class PausesTest {

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "6, 160", "7, 300", "100, 300", "2147483647, 300"})
    void troubleIsMetByLongerPausesUpToFiveMinutes(int rounds, int seconds) {
        assertThat(Pauses.afterTrouble(rounds)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"TAKEN, false", "DEADLINE, false", "UNREACHABLE, true", "NEEDS_MENDING, true", "CREDENTIALS, true"})
    void waitingForTheTargetIsNoTrouble(Why why, boolean trouble) {
        assertThat(Pauses.trouble(List.of(new Unsettled(new UUID(0, 1), why, "words")))
                        .isPresent())
                .isEqualTo(trouble);
    }

    @Test
    void notToGetASingleDeviceOutInTimeIsATrouble() {
        Unsettled late = new Unsettled(new UUID(0, 1), Why.DEADLINE, "no time");
        Unsettled taken = new Unsettled(new UUID(0, 2), Why.TAKEN, "wait");
        assertThat(Pauses.trouble(List.of(late, late), 2)).contains("no time");
        assertThat(Pauses.trouble(List.of(late, taken), 2)).isEmpty();
        assertThat(Pauses.trouble(List.of(late), 2)).isEmpty();
        assertThat(Pauses.trouble(List.of(), 2)).isEmpty();
    }

    @Test
    void aRoundWithoutDevicesIsNoTrouble() {
        assertThat(Pauses.trouble(List.of())).isEmpty();
    }
}
