// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.StickFolder;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Collect.cmd} at a console of Windows: the group tag by a key, the rights by one question. */
@RequiresWine
class StickConsoleIT {

    private static final Path PORTABLE =
            Path.of(System.getProperty("hwhash.root", "..")).resolve("packaging/src/main/portable");

    @TempDir
    Path folder;

    private StickFolder stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = StickFolder.make(folder.resolve("Stick & (my) !"));
        Path program = stick.root().resolve("hwhash");
        Files.copy(PORTABLE.resolve("hwhash.cmd"), program.resolve("hwhash.cmd"));
        Files.copy(PORTABLE.resolve("stick/Collect.cmd"), stick.root().resolve("Collect.cmd"));
        Files.createSymbolicLink(
                Files.createDirectory(program.resolve("runtime")).resolve("x64"),
                WineBed.java().getParent().getParent());
    }

    @Test
    void tagIsPickedByItsKey() throws IOException {
        Files.writeString(stick.root().resolve("tags.txt"), "Kiosk\r\nSales\r\n");

        WindowsRun run =
                pc().atATerminal("Without=>2\\r").runProgram(stick.root().resolve("Collect.cmd"));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("Which group tag does this PC get?");
        assertThat(row()).endsWith(",Sales\r\n");
    }

    @Test
    void rightsAreAskedForOnceAndTheOtherRunCollects() throws IOException {
        WindowsRun run = withoutRights("--timeout", "60");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("elevation-asked").doesNotContain("elevated-run");
        assertThat(row()).contains("HWHASH-0001,,");
    }

    @Test
    void codeOfTheOtherRunIsPassedOn() throws IOException {
        Files.writeString(stick.root().resolve("hwhash/hwhash.conf"), "group-tag = no, tag\n");

        WindowsRun run = withoutRights();

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(10);
        assertThat(run.stdout()).contains("elevation-asked", "elevated-run-failed");
        assertThat(stick.devices()).isEmpty();
    }

    @Test
    void withoutATerminalNobodyIsAskedForRights() throws IOException {
        WindowsRun run = pc().runProgram(
                        WineBed.program("without-rights"),
                        "cmd",
                        "/c",
                        WindowsPc.windowsPath(plainFolder().resolve("Collect.cmd")));

        assertThat(run.stderr()).as(run.toString()).doesNotContain("elevation-asked");
        assertThat(stick.devices()).containsExactly("HWHASH-0001.csv");
    }

    private WindowsRun withoutRights(String... options) throws IOException {
        String[] words = new String[3 + options.length];
        words[0] = "cmd";
        words[1] = "/c";
        words[2] = WindowsPc.windowsPath(plainFolder().resolve("Collect.cmd"));
        System.arraycopy(options, 0, words, 3, options.length);
        return pc().atATerminal("").runProgram(WineBed.program("without-rights"), words);
    }

    /** Wine's cmd takes no name with such signs behind /c; a link without them leads there. */
    private Path plainFolder() throws IOException {
        return Files.createSymbolicLink(folder.resolve("plain"), stick.root());
    }

    private WindowsPc pc() {
        return new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", "HWHASH-0001")
                .hash(SyntheticHash.of("HWHASH-0001").text());
    }

    private String row() throws IOException {
        return Files.readString(stick.root().resolve("devices/HWHASH-0001.csv"));
    }
}
