// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A tool as a real process: a script of the shell that does what oa3tool might. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tool of these tests is a script of the shell")
class Oa3ToolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REPORT = "printf '<Key><HardwareHash>T0AA</HardwareHash></Key>' > OA3.xml\n";

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("run"));
    }

    @Test
    void aReportIsTaken() throws IOException {
        assertThat(run(REPORT)).isEqualTo(new Oa3Outcome.Reported("T0AA"));
    }

    @Test
    void itIsToldByItsArgumentsAndFilesWhatToDo() throws IOException {
        run("printf '%s\\n' \"$@\" > ../arguments\npwd > ../folder\ncat OA3.cfg key.xml > ../files\n" + REPORT);

        Oa3Job job = new Oa3Job(folder.toAbsolutePath());
        assertThat(home.resolve("arguments"))
                .hasContent("/Report\n/ConfigFile=" + job.configuration() + "\n/NoKeyCheck\n");
        assertThat(home.resolve("folder")).hasContent(folder.toRealPath().toString());
        assertThat(home.resolve("files")).hasContent(job.configurationText() + job.keyText());
    }

    @Test
    void stdinIsAtItsEnd() throws IOException {
        assertThat(run("cat > /dev/null\n" + REPORT)).isInstanceOf(Oa3Outcome.Reported.class);
    }

    @Test
    void aReportBesideAFailureIsNotTaken() throws IOException {
        assertThat(run(REPORT + "echo '[ERROR] no TPM' >&2\nexit 3\n"))
                .isInstanceOfSatisfying(
                        Oa3Outcome.Failed.class,
                        failed -> assertThat(failed.why()).contains("exit code 3, saying \"[ERROR] no TPM\""));
    }

    @Test
    void aRunWithoutAReportFailed() throws IOException {
        assertThat(run("exit 0\n"))
                .isInstanceOfSatisfying(
                        Oa3Outcome.Failed.class,
                        failed -> assertThat(failed.why()).contains("ended without a report; "));
    }

    @Test
    void aFloodOfWordsStopsNobody() throws IOException {
        assertThat(run("head -c 50000000 /dev/zero | tr '\\0' x\nhead -c 50000000 /dev/zero >&2\n" + REPORT))
                .isEqualTo(new Oa3Outcome.Reported("T0AA"));
    }

    @Test
    void aToolThatHangsIsEndedWithAllThatItStarted() throws Exception {
        long start = System.nanoTime();
        Oa3Outcome outcome = run(
                "(while :; do echo . >> ../beats; sleep 0.05; done) &\n" + REPORT + "sleep 60\n",
                Duration.ofMillis(700));

        assertThat(outcome).isInstanceOf(Oa3Outcome.TimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        Thread.sleep(200);
        long beats = Files.size(home.resolve("beats"));
        Thread.sleep(500);
        assertThat(Files.size(home.resolve("beats"))).isEqualTo(beats).isPositive();
    }

    @Test
    void whatItLeavesBehindWithItsOutputOpenIsNotWaitedFor() throws IOException {
        long start = System.nanoTime();
        assertThat(run("sleep 20 &\n" + REPORT)).isEqualTo(new Oa3Outcome.Reported("T0AA"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatMayNotBeExecutedDoesNotStart() throws IOException {
        Path program = Files.write(home.resolve("oa3tool.exe"), new byte[] {1, 2, 3});

        assertThat(new Oa3Tool(program).report(folder, PATIENCE))
                .isInstanceOfSatisfying(
                        Oa3Outcome.Failed.class,
                        failed -> assertThat(failed.why()).contains(program + " does not start: error=13, "));
    }

    private Oa3Outcome run(String script) throws IOException {
        return run(script, PATIENCE);
    }

    private Oa3Outcome run(String script, Duration patience) throws IOException {
        Path program = Files.writeString(home.resolve("oa3tool.sh"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Oa3Tool(program).report(folder, patience);
    }
}
