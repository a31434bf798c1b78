// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands at its ends, the command ends by itself and asks nobody. */
class NeverHangsIT {

    /** The timeout of 1 s, the grace and the last words behind it, and the start of a JVM on a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void stdinIsNeverWaitedFor(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        Hwhash.in(folder)
                .stdinNeverEnds()
                .run("collect", "--from", "one.txt", "-o", "x.csv")
                .exits(0);
        Hwhash.in(folder).stdinNeverEnds().run("-Online", "--outbox", "outbox").exits(31);
        Hwhash.in(folder).stdinNeverEnds().run("--help").exits(0);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is a PC to read")
    void whereThereIsNoPcToReadItSaysSoAtOnce(@TempDir Path folder) {
        HwhashRun run = Hwhash.in(folder).stdinNeverEnds().run().exits(12);
        assertThat(run.only("error", "not-windows")).contains("--from");
    }

    @Test
    void stdoutThatNobodyReadsEndsAtTheTimeout(@TempDir Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String hash = SyntheticHash.of("HWHASH-" + i).text();
            lines.append("{\"hardwareHash\":\"").append(hash).append("\"}\n");
        }
        Files.writeString(folder.resolve("pcs.json"), lines);
        HwhashRun run = Hwhash.in(folder)
                .stdoutStuck()
                .run("collect", "--from", "pcs.json", "--timeout", "1")
                .exits(20);
        run.only("error", "output-timeout");
        assertThat(run.elapsed()).isBetween(Duration.ofSeconds(1), SOON);
    }

    @Test
    void stderrThatNobodyReadsEndsAtTheTimeout(@TempDir Path folder) throws IOException {
        String damaged = "{\"serialNumber\":\"HWHASH-0001\",\"hardwareHash\":\"not a hash\"}\n";
        Files.writeString(folder.resolve("pcs.json"), damaged.repeat(3000));
        HwhashRun run = Hwhash.in(folder).stderrStuck().run("collect", "--from", "pcs.json", "--timeout", "1");
        assertThat(run.exitCode()).isIn(20, 21);
        assertThat(run.elapsed()).isBetween(Duration.ofSeconds(1), SOON);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a pipe with a name")
    void pipesInThePlaceOfFilesAreNotWaitedFor(@TempDir Path folder) throws IOException, InterruptedException {
        String pipe = folder.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        HwhashRun capture = Hwhash.in(folder)
                .run("collect", "--from", "pipe", "--timeout", "20")
                .exits(21);
        assertThat(capture.only("error", "capture-refused")).contains("it is no plain file");
        HwhashRun output = Hwhash.in(folder)
                .run("collect", "--from", "pipe", "-o", "pipe", "--timeout", "20")
                .exits(20);
        output.only("error", "output-not-a-file");
        assertThat(capture.elapsed()).isLessThan(SOON);
        assertThat(output.elapsed()).isLessThan(SOON);
    }
}
