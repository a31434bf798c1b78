// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the outbox is unless it is named. */
class OutboxPlaceTest {

    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final Path STICK = Path.of("stick").toAbsolutePath();

    @Test
    void namedFolderCounts() throws ProblemException {
        assertThat(windows(Map.of(), Optional.of(STICK)).of(Optional.of(Path.of("mine"))))
                .isEqualTo(Path.of("mine"));
    }

    @Test
    void onAStickItLiesBesideTheConfiguration() throws ProblemException {
        assertThat(windows(Map.of("ProgramData", "/data"), Optional.of(STICK)).of(Optional.empty()))
                .isEqualTo(STICK.resolve("outbox"));
    }

    @Test
    void onWindowsItIsTheMachines() throws ProblemException {
        assertThat(windows(Map.of("ProgramData", "/data"), Optional.empty()).of(Optional.empty()))
                .isEqualTo(Path.of("/data", "hwhash", "outbox"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> windows(Map.of(), Optional.empty()).of(Optional.empty()))
                .withMessageContaining("--outbox");
    }

    @Test
    void inWindowsPeItIsNamedAndNotOnTheRamDisk() throws ProblemException {
        Map<String, String> variables = Map.of("ProgramData", "X:\\data");
        OutboxPlace windowsPe =
                new OutboxPlace(true, true, name -> Optional.ofNullable(variables.get(name)), HOME, Optional.of(STICK));

        assertThat(windowsPe.of(Optional.of(Path.of("E:\\outbox")))).isEqualTo(Path.of("E:\\outbox"));
        for (Optional<Path> named : List.of(Optional.<Path>empty(), Optional.of(Path.of("x:\\outbox")))) {
            assertThat(assertThatExceptionOfType(ProblemException.class)
                            .isThrownBy(() -> windowsPe.of(named))
                            .actual()
                            .problem()
                            .exit())
                    .isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void elsewhereItIsTheUsers() throws ProblemException {
        assertThat(elsewhere(Map.of()).of(Optional.empty())).isEqualTo(HOME.resolve(".local/state/hwhash/outbox"));
        assertThat(elsewhere(Map.of("XDG_STATE_HOME", STICK.toString())).of(Optional.empty()))
                .isEqualTo(STICK.resolve("hwhash/outbox"));
        assertThat(elsewhere(Map.of("XDG_STATE_HOME", "relative")).of(Optional.empty()))
                .isEqualTo(HOME.resolve(".local/state/hwhash/outbox"));
    }

    private static OutboxPlace windows(Map<String, String> variables, Optional<Path> stick) {
        return new OutboxPlace(true, false, name -> Optional.ofNullable(variables.get(name)), HOME, stick);
    }

    private static OutboxPlace elsewhere(Map<String, String> variables) {
        return new OutboxPlace(false, false, name -> Optional.ofNullable(variables.get(name)), HOME, Optional.empty());
    }
}
