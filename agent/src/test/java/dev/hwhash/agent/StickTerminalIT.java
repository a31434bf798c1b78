// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code hwhash stick collect} at a terminal, which Python's module pty makes: somebody answers, or nobody does. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "a pty is of POSIX")
@Timeout(90)
class StickTerminalIT {

    @TempDir
    private Path folder;

    private StickFolder stick = new StickFolder(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        stick = StickFolder.make(folder.resolve("stick")).configured("group-tag = Sales");
        Files.writeString(stick.root().resolve("tags.txt"), "Kiosk\nSales\n");
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
    }

    @Test
    void tagIsPickedByItsKey() throws Exception {
        Shown shown = collect("Enter. Without=>1\\n");

        assertThat(shown.exitCode()).as(shown.screen()).isZero();
        assertThat(shown.screen()).contains("Which group tag", "2   Sales   <- set for this stick", "This PC is done.");
        assertThat(row()).endsWith(",Kiosk\r\n");
    }

    @Test
    void enterAloneTakesTheTagOfTheStick() throws Exception {
        Shown shown = collect("Enter. Without=>x\\n;none of the keys=>\\n");

        assertThat(shown.exitCode()).as(shown.screen()).isZero();
        assertThat(row()).endsWith(",Sales\r\n");
    }

    @Test
    void noTagIsAnAnswerToo() throws Exception {
        Shown shown = collect("Enter. Without=>0\\n");

        assertThat(shown.exitCode()).as(shown.screen()).isZero();
        assertThat(row()).startsWith("Device Serial Number,Windows Product ID,Hardware Hash\r\n");
    }

    @Test
    void endOfTheTerminalCollectsNothing() throws Exception {
        Shown shown = collect("Enter. Without=>\\x04");

        assertThat(shown.exitCode()).as(shown.screen()).isEqualTo(10);
        assertThat(shown.screen()).contains("error no-answer: ", "Nothing was saved for this PC.");
        assertThat(stick.devices()).isEmpty();
    }

    @Test
    void windowStaysUntilAKey() throws Exception {
        Shown shown = collect("Enter. Without=>1\\n;C = close=>c\\n", "--window");

        assertThat(shown.exitCode()).as(shown.screen()).isZero();
        assertThat(shown.screen()).contains("C = close this window").doesNotContain("shut this PC down");
    }

    /** What a terminal has shown. */
    private record Shown(int exitCode, String screen) {}

    private Shown collect(String answers, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Pty.answering(answers));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", stick.program().resolve("hwhash.jar").toString()));
        command.addAll(List.of("stick", "collect", "stick", "--from", "one.txt"));
        command.addAll(List.of(more));
        Path output = folder.resolve("screen.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return new Shown(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
    }

    private String row() throws IOException {
        return Files.readString(stick.root().resolve("devices/HWHASH-0001.csv"));
    }
}
