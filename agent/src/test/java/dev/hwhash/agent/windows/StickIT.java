// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.PortableCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stick is prepared and checked from Windows as from any other system, with the same digest. */
@RequiresWine
class StickIT {

    @TempDir
    private Path folder = Path.of("");

    private Path stick = Path.of("");
    private PortableCopy portable = new PortableCopy(Path.of(""));

    @BeforeEach
    void makePortableFolderAndStick() throws IOException {
        stick = Files.createDirectory(folder.resolve("E"));
        portable = PortableCopy.in(folder.resolve("portable"));
    }

    @Test
    void windowsAndLinuxPrepareTheSameStick() throws IOException {
        WindowsRun prepared = hwhash("stick", "prepare", WindowsPc.windowsPath(stick), "--group-tag", "Kiosk");

        assertThat(prepared.exitCode()).as(prepared.toString()).isZero();
        String digest = prepared.stdout().strip();
        assertThat(digest).hasSize(64);
        Path other = Files.createDirectory(folder.resolve("F"));
        assertThat(portable.prepare(other, "--group-tag", "Kiosk")).isEqualTo(digest);
        assertThat(Files.readString(stick.resolve("manifest.sha256")))
                .isEqualTo(Files.readString(other.resolve("manifest.sha256")));
    }

    @Test
    void windowsPreparesAgainAndNamesWhatDiffers() throws IOException {
        String digest = portable.prepare(stick);
        Files.writeString(stick.resolve("hwhash/HWHASH.CMD.txt"), "planted");
        Files.move(stick.resolve("Collect.cmd"), stick.resolve("COLLECT.CMD"));
        Files.writeString(stick.resolve("hwhash/hwhash.options"), "-javaagent:evil.jar");

        WindowsRun checked = hwhash("stick", "check", WindowsPc.windowsPath(stick), "--digest", digest);

        assertThat(checked.exitCode()).as(checked.toString()).isEqualTo(21);
        assertThat(checked.stderr().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("error file-changed: hwhash/hwhash.options: "),
                        line -> assertThat(line).contains("error file-added: hwhash/HWHASH.CMD.txt: "));

        Files.delete(stick.resolve("hwhash/HWHASH.CMD.txt"));
        WindowsRun again = hwhash("stick", "prepare", WindowsPc.windowsPath(stick));
        assertThat(again.exitCode()).as(again.toString()).isZero();
        assertThat(again.stdout().strip()).isEqualTo(digest);
        WindowsRun good = hwhash("stick", "check", WindowsPc.windowsPath(stick), "--digest", digest);
        assertThat(good.exitCode()).as(good.toString()).isZero();
    }

    @Test
    void driveByItsLetterIsItsRoot() {
        WindowsRun run = hwhash("stick", "check", "Z:", "--digest", "0".repeat(64));

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(21);
        assertThat(run.stderr()).contains("error manifest-missing: there is no manifest.sha256 in Z:\\; ");
    }

    private WindowsRun hwhash(String... arguments) {
        String[] command = new String[arguments.length + 2];
        command[0] = "-jar";
        command[1] = WindowsPc.windowsPath(portable.folder().resolve("hwhash.jar"));
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return new WindowsPc(folder).runProgram(WineBed.java(), command);
    }
}
