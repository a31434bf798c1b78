// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as hands used to Get-WindowsAutoPilotInfo type it, and command lines that are wrong. */
class ScriptHandsIT {

    @Test
    void appendingWithATagWorksAsInTheScript(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        Files.writeString(
                folder.resolve("two.txt"), SyntheticHash.of("HWHASH-0002").text());
        HwhashRun first = Hwhash.in(folder)
                .run("-OutputFile", "x.csv", "-Append", "-GroupTag", "Kiosk", "--from", "one.txt")
                .exits(0);
        assertThat(first.only("note", "never-truncates")).contains("-OutputFile adds");
        Hwhash.in(folder)
                .run("-outputfile:x.csv", "-GROUPTAG:Desk", "--from", "two.txt")
                .exits(0);
        assertThat(Files.readAllLines(folder.resolve("x.csv")))
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag"),
                        one -> assertThat(one).startsWith("HWHASH-0001,,").endsWith(",Kiosk"),
                        two -> assertThat(two).startsWith("HWHASH-0002,,").endsWith(",Desk"));
    }

    @Test
    void partnerGivesTheColumnsOfPartnerCenter(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        HwhashRun run = Hwhash.in(folder).run("-Partner", "--from", "one.txt").exits(0);
        assertThat(run.stdoutBytes()).contains("Hardware Hash,Manufacturer name,Device model\r\n");
    }

    @Test
    void wrongCommandLinesEndAs10AndWriteNothing(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        refused(folder, "unknown-option", "-Onlin", "-OutputFile", "x.csv", "--from", "one.txt");
        refused(folder, "script-parameter", "-OutputFile", "x.csv", "--from", "one.txt", "-AppSecret", "hunter2");
        refused(folder, "partner-with-tag", "-Partner", "-GroupTag", "x", "-OutputFile", "x.csv", "--from", "one.txt");
        refused(folder, "command-line", "--from", "one.txt", "-o", "x.csv", "--unknown=hunter2");
        refused(folder, "target-missing", "upload", "x.csv");
        refused(folder, "option-value", "collect", "--from", "one.txt", "-o", "x.csv", "--update");
        refused(folder, "command-line", "collect", "--from", "one.txt", "-o", "x.csv", "-o", "y.csv");
        refused(folder, "command-line", "collect", "--from", "one.txt", "-OutputFile");
        refused(folder, "option-value", "collect", "--from", "one.txt", "-o", "");
        refused(folder, "command-line", "collect", "--from", "one.txt", "-o", "x.csv", "--timeout", "soon");
        refused(folder, "option-value", "collect", "--from", "one.txt", "-o", "x.csv", "--timeout", "0");
        refused(folder, "option-value", "collect", "--from", "one.txt", "-o", "x.csv", "--wmi-timeout", "-1");
    }

    @Test
    void helpAndVersionGoToStdout(@TempDir Path folder) {
        HwhashRun help = Hwhash.in(folder).run("--help").exits(0);
        assertThat(help.stdoutBytes()).contains("Usage: hwhash").matches("[ -~\\r\\n]+");
        HwhashRun collect = Hwhash.in(folder).run("collect", "--help").exits(0);
        assertThat(collect.stdoutBytes())
                .matches("[ -~\\r\\n]+")
                .contains("--format", "--encoding", "--group-tag", "--assigned-user", "--from", "--wmi-timeout")
                .contains("--strict", "--log-file", "--quiet", "--verbose", "--timeout", "--input-encoding");
        HwhashRun version = Hwhash.in(folder).run("--version").exits(0);
        assertThat(version.stdoutBytes()).matches("hwhash [0-9][0-9A-Za-z.-]*\\R");
        assertThat(help.stderr() + collect.stderr() + version.stderr()).isEmpty();
    }

    private static String refused(Path folder, String id, String... args) throws IOException {
        HwhashRun run = Hwhash.in(folder).run(args).exits(10);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr()).doesNotContain("hunter2");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).toList()).isEqualTo(List.of(Path.of("one.txt")));
        }
        return run.only("error", id);
    }
}
