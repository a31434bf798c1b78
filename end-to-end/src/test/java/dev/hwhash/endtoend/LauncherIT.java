// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.windows.RequiresWine;
import dev.hwhash.agent.windows.WindowsPc;
import dev.hwhash.agent.windows.WindowsRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portable folder, wherever it was copied to, started by {@code hwhash.cmd} on a PC without Java. */
@RequiresWine
class LauncherIT {

    @TempDir
    Path folder;

    private Path program;
    private WindowsPc pc;

    @BeforeEach
    void copy() throws IOException {
        // All that cmd would take for its own unless it is quoted.
        program = Portable.linkedTo(folder.resolve("Tools & (more) !"));
        pc = new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", Fleet.serial(1))
                .hash(Fleet.hash(1));
    }

    @Test
    void collectsFromAFolderWhoseNameMeansSomethingToCmd() throws IOException {
        Path devices = folder.resolve("devices & more.csv");

        WindowsRun run = launch("collect", "-o", WindowsPc.windowsPath(devices), "--group-tag", "Kiosk (2nd floor)");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
        assertThat(Files.readString(devices))
                .isEqualTo(Fleet.HEADER + ",Group Tag\r\n" + Fleet.row(1) + ",Kiosk (2nd floor)\r\n");
    }

    @Test
    void passesDataAndCodesOnAsTheyAre() {
        WindowsRun data = launch("collect");
        WindowsRun usage = launch("collect", "--nonsense");

        assertThat(data.stdout()).as(data.toString()).isEqualTo(Fleet.HEADER + "\r\n" + Fleet.row(1) + "\r\n");
        assertThat(usage.exitCode()).as(usage.toString()).isEqualTo(10);
        assertThat(usage.stderr().lines()).as(usage.toString()).hasSize(1);
    }

    @Test
    void withoutItsRuntimeIsADefectOfTheCopy() throws IOException {
        Files.delete(program.resolve("runtime/x64/bin/java.exe"));

        WindowsRun run = launch("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(70);
        assertThat(run.stderr()).startsWith("hwhash: error launcher-runtime: ");
    }

    @Test
    void javaThatDoesNotStartIsNeverExitCode1() throws IOException {
        Portable.replace(program.resolve("hwhash.options"), "-XX:+NoSuchOption\n");
        WindowsRun options = launch("collect");
        Portable.replace(program.resolve("hwhash.options"), "");
        Portable.replace(program.resolve("hwhash.jar"), "cut");
        WindowsRun jar = launch("collect");

        for (WindowsRun run : new WindowsRun[] {options, jar}) {
            assertThat(run.exitCode()).as(run.toString()).isEqualTo(70);
            assertThat(run.stderr()).as(run.toString()).contains("hwhash: error launcher-failed: ", "exit code 1;");
            assertThat(run.stdout()).as(run.toString()).doesNotContain(Fleet.HEADER);
        }
    }

    @Test
    void takesTheOptionsOfTheFileBesideIt() throws IOException {
        Portable.replace(program.resolve("hwhash.options"), "-Djna.boot.library.path=Z:\\nowhere\n");

        WindowsRun run = launch("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.stderr()).contains("cannot load jnidispatch.dll from Z:\\nowhere");
    }

    @Test
    void aProgramOf32BitsMayStartIt() {
        WindowsRun no = launchBySetting("PROCESSOR_ARCHITECTURE=x86", "collect");
        WindowsRun yes =
                launchBySetting("PROCESSOR_ARCHITECTURE=x86\"\r\nset \"PROCESSOR_ARCHITEW6432=AMD64", "collect");

        assertThat(no.exitCode()).as(no.toString()).isEqualTo(70);
        assertThat(no.stderr()).startsWith("hwhash: error launcher-processor: ");
        assertThat(yes.exitCode()).as(yes.toString()).isZero();
        assertThat(yes.stdout()).endsWith(Fleet.row(1) + "\r\n");
    }

    @Test
    void onArm64ItsOwnRuntimeComesFirst() throws IOException {
        WindowsRun emulated = launchBySetting("PROCESSOR_ARCHITECTURE=ARM64", "collect");
        Path own = Files.createDirectories(program.resolve("runtime/arm64/bin")).resolve("java.exe");
        Files.writeString(own, "no program");

        WindowsRun run = launchBySetting("PROCESSOR_ARCHITECTURE=ARM64", "collect");

        assertThat(emulated.exitCode()).as(emulated.toString()).isZero();
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(70);
        assertThat(run.stderr()).contains("hwhash: error launcher-failed: ");
    }

    @Test
    void whatIsSetForOtherJavaProgramsStaysOut() {
        for (String variable : new String[] {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"}) {
            pc.environment(variable, "-javaagent:nothing.jar");
        }

        WindowsRun run = launch("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stderr()).as(run.toString()).isEmpty();
    }

    private WindowsRun launch(String... arguments) {
        return pc.runProgram(program.resolve("hwhash.cmd"), arguments);
    }

    /** Wine tells a program its own processor, whatever it finds in the environment: so a script says otherwise. */
    private WindowsRun launchBySetting(String setting, String... arguments) {
        try {
            Path script = folder.resolve("set.cmd");
            Files.writeString(
                    script,
                    "@echo off\r\nset \"" + setting + "\"\r\n\""
                            + WindowsPc.windowsPath(program.resolve("hwhash.cmd"))
                            + "\" %*\r\n");
            return pc.runProgram(script, arguments);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
