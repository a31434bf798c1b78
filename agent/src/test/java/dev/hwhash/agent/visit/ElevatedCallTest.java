// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.collector.ElevatedRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run as administrator. */
class ElevatedCallTest {

    @Test
    void wordsAreQuotedForCmdAndForJava() {
        Path stick = Path.of("/a & b");
        VisitRequest request =
                new VisitRequest(stick, List.of(), true, false, false, List.of("--log-file", "C:\\my logs\\"));

        assertThat(ElevatedCall.parameters("E:\\a & b\\hwhash.cmd", request))
                .isEqualTo(
                        "/d /s /c \"\"E:\\a & b\\hwhash.cmd\" \"stick\" \"collect\" \"" + stick.toAbsolutePath()
                                + "\" \"--asked-for-rights\" \"--window\" \"--shut-down\" \"--log-file\" \"C:\\my logs\\\\\"\"");
    }

    @Test
    void wordThatCouldEndItsQuotesIsRefused() {
        VisitRequest request = new VisitRequest(Path.of("E"), List.of(), false, false, false, List.of("x\" & calc"));

        assertThatThrownBy(() -> ElevatedCall.parameters("hwhash.cmd", request))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 20, 21, 30, 31, 32, 33})
    void exitCodeIsPassedOnAndItsWindowHasToldTheRest(int code) {
        ElevatedRun run = new ElevatedRun.Ended(code);

        assertThat(ElevatedCall.hasTold(run)).isTrue();
        assertThat(ElevatedCall.problem(run))
                .hasValueSatisfying(problem -> assertThat(problem.exit().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 1, 9009, 0xC000013A})
    void endThatIsNotOursIsTold(int code) {
        ElevatedRun run = new ElevatedRun.Ended(code);

        assertThat(ElevatedCall.hasTold(run)).isFalse();
        assertThat(ElevatedCall.problem(run)).map(Problem::exit).hasValue(ExitCode.DEFECT);
    }

    @Test
    void successIsNoProblem() {
        assertThat(ElevatedCall.problem(new ElevatedRun.Ended(0))).isEmpty();
        assertThat(ElevatedCall.hasTold(new ElevatedRun.Ended(0))).isTrue();
    }

    @Test
    void refusalsAreToldHere() {
        assertThat(ElevatedCall.problem(new ElevatedRun.Declined())).hasValueSatisfying(problem -> {
            assertThat(problem.exit()).isEqualTo(ExitCode.ACCESS_DENIED);
            assertThat(problem.id()).isEqualTo("elevation-declined");
        });
        assertThat(ElevatedCall.problem(new ElevatedRun.NotStarted(2)))
                .hasValueSatisfying(problem -> assertThat(problem.words()).contains("Win32 error 2"));
        assertThat(ElevatedCall.hasTold(new ElevatedRun.Declined())).isFalse();
        assertThat(ElevatedCall.hasTold(new ElevatedRun.NotStarted(2))).isFalse();
        assertThat(ElevatedCall.hasTold(new ElevatedRun.Lost())).isFalse();
    }
}
