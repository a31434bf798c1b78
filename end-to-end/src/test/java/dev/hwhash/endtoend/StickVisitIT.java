// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.windows.RequiresWine;
import dev.hwhash.agent.windows.WindowsPc;
import dev.hwhash.agent.windows.WindowsRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician does with a stick: {@code Collect.cmd}, at two PCs, with all that can be missing. */
@RequiresWine
class StickVisitIT {

    @TempDir
    Path folder;

    private Path stick;

    @BeforeEach
    void prepare() throws IOException {
        // All that cmd would take for its own unless it is quoted.
        stick = Files.createDirectory(folder.resolve("Stick & (my) !"));
        Path program = Portable.linkedTo(stick.resolve("hwhash"));
        Files.move(program.resolve("stick/Collect.cmd"), stick.resolve("Collect.cmd"));
        Files.move(program.resolve("stick/tags.txt"), stick.resolve("tags.txt"));
    }

    @Test
    void eachPcGetsAFileOfItsOwn() throws IOException {
        WindowsRun first = visit(1);
        WindowsRun second = visit(2);

        for (WindowsRun run : List.of(first, second)) {
            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.releasedEverything()).as(run.toString()).isTrue();
            assertThat(run.stderr()).contains("This PC is done.", "You can pull out the stick.");
            assertThat(run.stdout()).isEmpty();
        }
        assertThat(devices()).containsExactly(Fleet.serial(1) + ".csv", Fleet.serial(2) + ".csv");
        assertThat(stick.resolve("devices").resolve(Fleet.serial(2) + ".csv"))
                .hasContent(Fleet.HEADER + "\r\n" + Fleet.row(2) + "\r\n");
    }

    @Test
    void withoutATerminalTheConfiguredTagIsTakenAndNothingIsAsked() throws IOException {
        Files.writeString(stick.resolve("tags.txt"), "Kiosk\r\n");
        Files.writeString(stick.resolve("hwhash/hwhash.conf"), "group-tag = Sales (2nd floor)\n");

        WindowsRun run = visit(1, "--window");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stderr()).doesNotContain("Which group tag", "C = close");
        assertThat(stick.resolve("devices").resolve(Fleet.serial(1) + ".csv"))
                .content()
                .endsWith(",Sales (2nd floor)\r\n");
    }

    @Test
    void offlineItWaitsOnTheStickBesideTheFile() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Files.writeString(
                stick.resolve("hwhash/hwhash.conf"),
                "service = http://localhost:" + nobody + "\ntoken = HWT-0123456789\ntimeout = 25\n");

        WindowsRun run = visit(1);

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(30);
        assertThat(run.stderr()).contains("Saved on the stick, NOT SENT YET.");
        assertThat(devices()).containsExactly(Fleet.serial(1) + ".csv");
        assertThat(Fleet.waiting(stick.resolve("hwhash/outbox"))).hasSize(1);
    }

    @Test
    void stickThatTakesNothingLeavesTheRowOnThePc() throws IOException {
        Files.writeString(stick.resolve("devices"), "a file where the folder should be");
        Path data = Files.createDirectory(folder.resolve("ProgramData"));

        // Wine tells a program its own folder of data, whatever it finds in the environment: so a script says
        // otherwise.
        Path script = Files.writeString(
                folder.resolve("visit.cmd"),
                "@echo off\r\nset \"ProgramData=" + WindowsPc.windowsPath(data) + "\"\r\n\""
                        + WindowsPc.windowsPath(stick.resolve("Collect.cmd")) + "\"\r\n");

        WindowsRun run = pc(1).runProgram(script);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stderr()).contains("warning stick-not-written: ", "Saved on THIS PC, NOT ON THE STICK.");
        assertThat(data.resolve("hwhash/devices").resolve(Fleet.serial(1) + ".csv"))
                .content()
                .contains(Fleet.row(1));
    }

    @Test
    void failureOfThePcIsToldInLargeWordsWithItsCode() throws IOException {
        WindowsRun run =
                new WindowsPc(folder).scenario("connect", "0x8004100E").runProgram(stick.resolve("Collect.cmd"));

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains("Nothing was saved for this PC.");
        assertThat(devices()).isEmpty();
    }

    @Test
    void stickWithoutItsProgramSaysSo() throws IOException {
        Files.delete(stick.resolve("hwhash/hwhash.cmd"));

        WindowsRun run = visit(1);

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(70);
        assertThat(run.stderr()).startsWith("hwhash: error stick-incomplete: ");
    }

    private WindowsRun visit(int number, String... options) {
        return pc(number).runProgram(stick.resolve("Collect.cmd"), options);
    }

    private WindowsPc pc(int number) {
        return new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", Fleet.serial(number))
                .hash(Fleet.hash(number));
    }

    private List<String> devices() throws IOException {
        if (!Files.isDirectory(stick.resolve("devices"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(stick.resolve("devices"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
