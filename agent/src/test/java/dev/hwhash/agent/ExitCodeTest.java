// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    /** The order of the contract; what it does not rank, 21 and 10, comes before what sending says. */
    private static final List<ExitCode> PRECEDENCE = List.of(
            ExitCode.DEFECT,
            ExitCode.NOT_WRITTEN,
            ExitCode.UNUSABLE_DATA,
            ExitCode.WMI_FAILED,
            ExitCode.NO_HASH,
            ExitCode.ACCESS_DENIED,
            ExitCode.INPUT_ERRORS,
            ExitCode.USAGE,
            ExitCode.CREDENTIALS_REFUSED,
            ExitCode.REFUSED_BY_TARGET,
            ExitCode.NOT_REACHABLE,
            ExitCode.WAIT_DEADLINE);

    @Test
    void codesAreThoseOfTheContract() {
        assertThat(PRECEDENCE.stream().map(ExitCode::code))
                .containsExactly(70, 20, 14, 13, 12, 11, 21, 10, 31, 32, 30, 33);
        assertThat(ExitCode.DONE.code()).isZero();
        assertThat(ExitCode.values()).hasSize(PRECEDENCE.size() + 1);
    }

    @Test
    void theLauncherPassesThoseOnAndNoOther() throws IOException {
        Path launcher =
                Path.of(System.getProperty("hwhash.root", "..")).resolve("packaging/src/main/portable/hwhash.cmd");
        String loop = Files.readAllLines(launcher).stream()
                .filter(line -> line.startsWith("for %%c in ("))
                .findFirst()
                .orElseThrow();

        assertThat(Stream.of(loop.substring(loop.indexOf('(') + 1, loop.indexOf(')'))
                                .split(" "))
                        .map(Integer::valueOf))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ExitCode.values()).map(ExitCode::code).toList());
    }

    @Test
    void worstOfTwoCountsWhicheverCameFirst() {
        for (int i = 0; i < PRECEDENCE.size(); i++) {
            Problem worse = new Problem(PRECEDENCE.get(i), "a", "a");
            for (ExitCode other : PRECEDENCE.subList(i, PRECEDENCE.size())) {
                Problem better = new Problem(other, "b", "b");
                assertThat(ExitCode.of(List.of(worse, better))).isEqualTo(worse.exit());
                assertThat(ExitCode.of(List.of(better, worse))).isEqualTo(worse.exit());
            }
        }
    }

    @Test
    void nothingWrongIsDone() {
        assertThat(ExitCode.of(List.of())).isEqualTo(ExitCode.DONE);
    }
}
