// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.RecordedMessages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One key by choice.exe, for which a script stands in, or a line. */
@Timeout(30)
class ConsolePersonTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private static final List<String> QUESTION = List.of("|   Which?");

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the stand-in is a script")
    void keyIsTheOneWhosePlaceChoiceEndsWith() throws IOException {
        // Also holds it to its arguments: the keys behind /c, and no list of its own.
        Path choice = script("[ \"$1 $2 $3\" = '/c 12a0 /n' ] && exit 3; exit 255");

        assertThat(person(choice, "").ask(QUESTION, "12a0", Optional.empty(), LONG))
                .hasValue('a');
        assertThat(person(choice, "").how()).isEqualTo("Press its key");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the stand-in is a script")
    void programThatIsBrokenOffOrTooLateGivesNoKey() throws IOException {
        assertThat(person(script("exit 0"), "1\n").ask(QUESTION, "12", Optional.empty(), LONG))
                .isEmpty();

        long start = System.nanoTime();
        assertThat(person(script("exec sleep 20"), "1\n").ask(QUESTION, "12", Optional.of('1'), Duration.ofMillis(300)))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the stand-in is a script")
    void lineCountsWhereChoiceCannotAsk() throws IOException {
        assertThat(person(script("exit 255"), "2\n").ask(QUESTION, "12", Optional.empty(), LONG))
                .hasValue('2');
    }

    @Test
    void lineIsAskedForUntilItIsAKey() {
        ConsolePerson person = person(folder.resolve("missing.exe"), "9\nyes\n B \n");

        assertThat(person.ask(QUESTION, "12b", Optional.empty(), LONG)).hasValue('b');
        assertThat(person.how()).isEqualTo("Type its key and press Enter");
        assertThat(messages.text().lines().filter(line -> line.contains("none of the keys: 12b")))
                .hasSize(2);
    }

    @Test
    void endOfTheLinesIsNoAnswer() {
        assertThat(person(folder.resolve("missing.exe"), "9\n").ask(QUESTION, "12", Optional.of('1'), LONG))
                .isEmpty();
    }

    private ConsolePerson person(Path choice, String typed) {
        return new ConsolePerson(
                messages.messages(),
                new TypedLines(new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII))),
                choice);
    }

    private Path script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("choice-" + System.nanoTime()), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
