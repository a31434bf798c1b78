// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.visit.Outcome.Sending;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as done, saved or failed, and when a PC may be turned off without being looked at. */
class OutcomeTest {

    private static final DeviceRecord PC = DeviceRecord.EMPTY.with(Field.SERIAL_NUMBER, "HWHASH-0001");

    @ParameterizedTest
    @CsvSource({
        "true,  true,  NOT_ASKED,  ,                    DONE,   true",
        "true,  true,  DELIVERED,  ,                    DONE,   true",
        "true,  true,  WAITING,    NOT_REACHABLE,       SAVED,  true",
        "true,  true,  WAITING,    CREDENTIALS_REFUSED, SAVED,  false",
        "true,  true,  REFUSED,    REFUSED_BY_TARGET,   SAVED,  false",
        "true,  true,  IMPOSSIBLE, NOT_WRITTEN,         SAVED,  false",
        "true,  true,  DELIVERED,  REFUSED_BY_TARGET,   SAVED,  false",
        "true,  true,  NOT_ASKED,  INPUT_ERRORS,        SAVED,  false",
        "true,  false, NOT_ASKED,  ,                    SAVED,  false",
        "true,  false, DELIVERED,  ,                    SAVED,  false",
        "false, true,  DELIVERED,  NOT_WRITTEN,         SAVED,  false",
        "false, true,  WAITING,    NOT_WRITTEN,         SAVED,  false",
        "false, true,  NOT_ASKED,  NOT_WRITTEN,         FAILED, false",
        "false, true,  IMPOSSIBLE, NOT_WRITTEN,         FAILED, false",
        "false, true,  REFUSED,    REFUSED_BY_TARGET,   FAILED, false",
        "false, false, NOT_ASKED,  ACCESS_DENIED,       FAILED, false"
    })
    void verdict(
            boolean written, boolean onStick, Sending sending, ExitCode exit, Verdict verdict, boolean mayShutDown) {
        List<Path> files = written ? List.of(Path.of("x.csv")) : List.of();
        List<Problem> problems = Stream.ofNullable(exit)
                .map(code -> new Problem(code, "id", "words"))
                .toList();

        Outcome outcome = new Outcome(List.of(PC), files, onStick, sending, Optional.empty(), problems);

        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.mayShutDown()).isEqualTo(mayShutDown);
    }
}
