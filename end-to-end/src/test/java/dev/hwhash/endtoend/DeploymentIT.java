// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.windows.RequiresWine;
import dev.hwhash.agent.windows.WindowsPc;
import dev.hwhash.agent.windows.WindowsRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command lines of the pages on deployment, as they stand there but for names of servers and folders: from the
 * portable folder, by cmd, elevated, with nothing on stdin.
 */
@RequiresWine
class DeploymentIT {

    @TempDir
    Path folder;

    private Path program;
    private Path data;
    private WindowsPc pc;

    @BeforeEach
    void prepare() throws IOException {
        program = Portable.linkedTo(folder.resolve("hwhash"));
        data = Files.createDirectory(folder.resolve("Program Data"));
        Files.createDirectories(data.resolve("Microsoft/IntuneManagementExtension/Logs"));
        pc = new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", Fleet.serial(1))
                .scenario("Win32_ComputerSystem.Manufacturer", "Contoso")
                .scenario("Win32_ComputerSystem.Model", "Book 3")
                .hash(Fleet.hash(1));
    }

    @Test
    void stepOfATaskSequenceWritesTheRowToTheShareAndALogBesideItsOwn() throws IOException {
        Path devices = Files.createDirectory(folder.resolve("devices"));
        String line = line("configuration-manager.md", "hwhash.cmd collect -o")
                .replace("\\\\server\\share\\devices", WindowsPc.windowsPath(devices));

        WindowsRun run = run("set \"_SMSTSLogPath=" + WindowsPc.windowsPath(data) + "\"", line);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).isEmpty();
        assertThat(devices.resolve(Fleet.serial(1) + ".csv")).hasContent(Fleet.HEADER + "\n" + Fleet.row(1));
        assertThat(data.resolve("hwhash.log")).content().contains("<![LOG[note row-written: ");
    }

    @Test
    void groupTagOfATaskSequenceThatHasNoneIsNone() throws IOException {
        WindowsRun run = run("set \"GroupTag=\"", "hwhash.cmd collect --group-tag \"%GroupTag%\"");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).startsWith(Fleet.HEADER + "\r\n");
    }

    @Test
    void exitCodesComeThroughEveryCmd() throws IOException {
        pc.scenario("connect", "0x80041003");

        WindowsRun step = run("hwhash.cmd collect");
        WindowsRun app = run(intune("http://localhost:1"));

        assertThat(step.exitCode()).as(step.toString()).isEqualTo(11);
        assertThat(app.exitCode()).as(app.toString()).isEqualTo(11);
    }

    @Test
    void appOfIntuneReportsOnceUntilItIsForgotten() throws Exception {
        Path receipt = data.resolve("hwhash/outbox/last.json");
        try (Service service = configured()) {
            String install = intune(service.url().toString());

            WindowsRun first = run(install);
            assertThat(first.exitCode()).as(first.toString()).isZero();
            assertThat(receipt)
                    .content()
                    .contains("\"serialNumber\":\"" + Fleet.serial(1) + "\"", "\"state\":\"received\"");

            WindowsRun second = run(install);
            assertThat(second.exitCode()).as(second.toString()).isZero();
            assertThat(messages("report-delivered")).isEqualTo(1);
            assertThat(messages("already-received")).isEqualTo(1);

            run(line("intune-win32-app.md", "cmd.exe /c del")
                    .replace("C:\\ProgramData\\hwhash", "\"%ProgramData%\\hwhash")
                    .replace("last.json", "last.json\""));
            assertThat(receipt).doesNotExist();
            assertThat(run(install).exitCode()).isZero();
            assertThat(messages("report-delivered")).isEqualTo(2);
            assertThat(Fleet.rows(service.exported())).isEqualTo(Fleet.expected(1, 1));
        }
    }

    @Test
    void startUpScriptOfGroupPolicyTakesNoTokenThatOthersCanWrite() throws Exception {
        try (Service service = configured()) {
            for (String file : List.of("hwhash.conf", "contoso.token")) {
                Files.setPosixFilePermissions(program.resolve(file), PosixFilePermissions.fromString("rw-rw-rw-"));
            }
            String line = line("group-policy.md", "hwhash.cmd collect --upload")
                    .replace("\\\\server\\hwhash$", WindowsPc.windowsPath(program))
                    .replace("https://hwhash.contoso.com", service.url().toString())
                    .replace("C:\\Windows\\Logs", WindowsPc.windowsPath(folder));

            WindowsRun run = run(line);

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(31);
            assertThat(run.stderr()).contains("warning configuration-ignored: ", "error token-missing: ");
            assertThat(folder.resolve("hwhash.log")).content().contains("<![LOG[error token-missing: ");
        }
    }

    /** Starts a service, and puts what leads there beside the program, as the pages say. */
    private Service configured() throws IOException {
        Service service = Service.start(folder.resolve("fleet"));
        Files.writeString(
                program.resolve("hwhash.conf"), "service = " + service.url() + "\nsecret-file = contoso.token\n");
        Files.copy(service.enrolment(), program.resolve("contoso.token"));
        return service;
    }

    private static String intune(String service) throws IOException {
        return line("intune-win32-app.md", "cmd.exe /c hwhash.cmd").replace("https://hwhash.contoso.com", service);
    }

    private static String line(String page, String part) throws IOException {
        return Files.readAllLines(Portable.folder().resolve("docs").resolve(page)).stream()
                .map(String::strip)
                .filter(line -> line.contains(part) && !line.contains("`"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line with " + part + " in " + page));
    }

    /** Runs lines as a console does: in the folder of the program, and with the variables of a PC of its own. */
    private WindowsRun run(String... lines) throws IOException {
        Path script = folder.resolve("deploy.cmd");
        Files.writeString(
                script,
                "@echo off\r\ncd /d \"" + WindowsPc.windowsPath(program) + "\"\r\nset \"ProgramData="
                        + WindowsPc.windowsPath(data) + "\"\r\n" + String.join("\r\n", lines) + "\r\n");
        return pc.runProgram(script);
    }

    private long messages(String id) throws IOException {
        return Files.readAllLines(data.resolve("Microsoft/IntuneManagementExtension/Logs/hwhash.log")).stream()
                .filter(line -> line.startsWith("<![LOG[note " + id + ": "))
                .count();
    }
}
