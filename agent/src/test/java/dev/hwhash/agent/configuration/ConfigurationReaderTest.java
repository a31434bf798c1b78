// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the places counts. */
class ConfigurationReaderTest {

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private Path program;
    private Path machine;

    @BeforeEach
    void makeFolders() throws IOException {
        program = Files.createDirectories(folder.resolve("program"));
        machine = Files.createDirectories(folder.resolve("data").resolve("hwhash"));
        variables.put("ProgramData", folder.resolve("data").toString());
    }

    @Test
    void environmentComesFirstThenTheProgramThenTheMachine() throws IOException, ProblemException {
        write(machine, "group-tag = machine\nassigned-user = machine\ntimeout = 1");
        write(program, "group-tag = program\nassigned-user = program");
        variables.put("HWHASH_GROUP_TAG", "environment");

        Configuration configuration = read(Optional.empty());

        assertThat(value(configuration, Key.GROUP_TAG)).isEqualTo("environment");
        assertThat(value(configuration, Key.ASSIGNED_USER)).isEqualTo("program");
        assertThat(value(configuration, Key.TIMEOUT)).isEqualTo("1");
        assertThat(configuration.setting(Key.PROXY)).isEmpty();
    }

    @Test
    void namedFileStandsInThePlaceOfTheOneBesideTheProgram() throws IOException, ProblemException {
        write(machine, "assigned-user = machine");
        write(program, "group-tag = program\nassigned-user = program");
        Path named = Files.writeString(folder.resolve("other.conf"), "group-tag = named");

        Configuration configuration = read(Optional.of(named));

        assertThat(value(configuration, Key.GROUP_TAG)).isEqualTo("named");
        assertThat(value(configuration, Key.ASSIGNED_USER)).isEqualTo("machine");
    }

    @Test
    void namedFileMustBeThere() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(Optional.of(folder.resolve("none.conf"))))
                .withMessage(folder.resolve("none.conf") + ": there is no such file");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(Optional.of(folder)))
                .withMessage(folder + ": it is no plain file");
    }

    @Test
    void settingsOfTheMachineAreThoseOfWindows() throws IOException, ProblemException {
        write(machine, "group-tag = machine");

        assertThat(new ConfigurationReader(this::variable, program, false, false)
                        .read(Optional.empty())
                        .setting(Key.GROUP_TAG))
                .isEmpty();
    }

    @Test
    void fileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(program.resolve("hwhash.conf"), "group-tag = Caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        refused("it is not UTF-8; save it as UTF-8");
        Files.write(program.resolve("hwhash.conf"), new byte[70_000]);
        refused("it has more than 65536 bytes, and is no such file");
    }

    private void refused(String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(Optional.empty()))
                .withMessage(program.resolve("hwhash.conf") + ": " + why);
    }

    private Configuration read(Optional<Path> named) throws ProblemException {
        return new ConfigurationReader(this::variable, program, true, false).read(named);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    private static String value(Configuration configuration, Key key) {
        return configuration.setting(key).orElseThrow().value();
    }

    private static void write(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("hwhash.conf"), text);
    }
}
