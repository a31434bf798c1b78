// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is said, and which exit code counts. What every message looks like is checked of every run. */
class VolumeIT {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeCaptures() throws IOException {
        String placeholder = SyntheticHash.of("To be filled by O.E.M.").text();
        Files.writeString(folder.resolve("placeholder.txt"), placeholder);
        String damaged = SyntheticHash.of("HWHASH-0002").flipped(4000).text();
        Files.writeString(folder.resolve("damaged.txt"), damaged);
    }

    @Test
    void quietShowsErrorsOnly() {
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "placeholder.txt", "damaged.txt", "-o", "x.csv", "--quiet")
                .exits(14);
        assertThat(run.lines()).isNotEmpty().allMatch(line -> line.startsWith("hwhash: error "));
    }

    @Test
    void verboseAlsoShowsWhatWasReadByTheMarkOfItsHash() {
        HwhashRun normal = Hwhash.in(folder)
                .run("collect", "--from", "placeholder.txt", "-o", "x.csv")
                .exits(0);
        assertThat(normal.count("detail")).isZero();
        HwhashRun verbose = Hwhash.in(folder)
                .run("collect", "--from", "placeholder.txt", "-o", "x.csv", "--verbose")
                .exits(0);
        assertThat(verbose.only("detail", "device-read")).contains("placeholder.txt: ", "4000 characters, SHA-256 ");
        assertThat(verbose.count("warning")).isEqualTo(normal.count("warning")).isEqualTo(1);
    }

    @Test
    void warningsAloneAreNoFailureUnlessStrict() {
        HwhashRun run =
                Hwhash.in(folder).run("collect", "--from", "placeholder.txt").exits(0);
        assertThat(run.only("warning", "serial-placeholder")).contains("\"To be filled by O.E.M.\"");
        HwhashRun strict = Hwhash.in(folder)
                .run("collect", "--from", "placeholder.txt", "--strict")
                .exits(14);
        assertThat(strict.stdout()).isEmpty();
        assertThat(strict.only("error", "serial-placeholder")).endsWith("not written because of --strict");
    }

    @Test
    void worstProblemDecidesAndAllAreSaid() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(
                folder.resolve("good.txt"), SyntheticHash.of("HWHASH-0001").text());
        Files.writeString(folder.resolve("out/HWHASH-0001.csv"), "not a device file");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "missing.txt", "damaged.txt", "good.txt", "-o", "out")
                .exits(20);
        run.only("error", "capture-refused");
        run.only("error", "hash-damaged");
        run.only("error", "output-refused");
    }

    @Test
    void deviceThatConflictsWithAnotherIsWarnedOfByItsLine() throws IOException {
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").ek(1).text());
        Files.writeString(
                folder.resolve("two.txt"), SyntheticHash.of("HWHASH-0001").ek(2).text());
        HwhashRun together = Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "two.txt", "-o", "x.csv")
                .exits(0);
        assertThat(together.only("warning", "device-conflict"))
                .contains("x.csv: another new row has the serial number");
        Files.writeString(
                folder.resolve("three.txt"),
                SyntheticHash.of("HWHASH-0001").ek(3).text());
        HwhashRun third = Hwhash.in(folder)
                .run("collect", "--from", "three.txt", "-o", "x.csv")
                .exits(0);
        assertThat(third.only("warning", "device-conflict")).contains("x.csv: line 2, line 3 has the serial number");
        assertThat(Files.readAllLines(folder.resolve("x.csv"))).hasSize(4);
    }
}
