// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Elevated, nothing is written through a link that somebody with fewer rights may have made. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "links on Windows need a right of their own")
class LinksIT {

    private static final String PRECIOUS = "precious";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeCaptureAndPreciousFile() throws IOException {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .as("root")
                .isEqualTo(0);
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        Files.writeString(folder.resolve("precious"), PRECIOUS);
    }

    @Test
    void outputThatIsALinkIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.csv"), Path.of("precious"));
        refused("output-link", "x.csv");
        Files.createSymbolicLink(folder.resolve("new.csv"), Path.of("not-there"));
        refused("output-link", "new.csv");
        assertThat(folder.resolve("not-there")).doesNotExist();
    }

    @Test
    void lockThatIsALinkIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.csv.lock"), Path.of("precious"));
        refused("output-link", "x.csv");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void folderThatIsALinkIsRefused() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("out"), Path.of("real"));
        refused("output-link", "out");
        assertThat(real).isEmptyDirectory();
    }

    @Test
    void temporaryFileThatIsALinkIsReplacedAndNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.csv.hwhash-new"), Path.of("precious"));
        Hwhash.in(folder).run("collect", "--from", "one.txt", "-o", "x.csv").exits(0);
        assertThat(folder.resolve("precious")).hasContent(PRECIOUS);
        assertThat(Files.isSymbolicLink(folder.resolve("x.csv"))).isFalse();
    }

    @Test
    void logThatIsALinkIsOneWarning() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.log"), Path.of("precious"));
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "--log-file", "x.log")
                .exits(0);
        assertThat(run.only("warning", "log-not-opened")).contains("link");
        assertThat(folder.resolve("precious")).hasContent(PRECIOUS);
    }

    private void refused(String id, String output) {
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "-o", output)
                .exits(20);
        assertThat(run.only("error", id)).contains("link");
        assertThat(folder.resolve("precious")).hasContent(PRECIOUS);
    }
}
