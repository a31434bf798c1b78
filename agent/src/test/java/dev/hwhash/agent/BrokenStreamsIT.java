// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A row that stdout does not take is a row that was not written. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs /dev/full and a POSIX shell")
class BrokenStreamsIT {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeCapture() throws IOException {
        Files.writeString(folder.resolve("one.txt"), HASH);
    }

    @Test
    void fullStdoutEndsAs20() {
        HwhashRun row = Hwhash.in(folder)
                .redirected(">/dev/full")
                .run("collect", "--from", "one.txt")
                .exits(20);
        assertThat(row.only("error", "stdout-not-written")).contains("No space left on device");
        HwhashRun help =
                Hwhash.in(folder).redirected(">/dev/full").run("--help").exits(20);
        help.only("error", "stdout-not-written");
    }

    @Test
    void closedStdoutEndsAs20() {
        HwhashRun run = Hwhash.in(folder)
                .redirected(">&-")
                .run("collect", "--from", "one.txt")
                .exits(20);
        run.only("error", "stdout-not-written");
    }

    @Test
    void readerThatHasGoneEndsAs20() throws IOException {
        HwhashProcess started = Hwhash.in(folder).stdoutStuck().start("collect", "--from", "one.txt");
        started.process().getInputStream().close();
        HwhashRun run = started.end().exits(20);
        assertThat(run.only("error", "stdout-not-written")).contains("Broken pipe");
    }

    @Test
    void closedStreamsDoNotReachTheFile() throws IOException {
        Hwhash.in(folder)
                .redirected("<&- >&- 2>&-")
                .run("collect", "--from", "one.txt", "-o", "x.csv", "--group-tag", "microsoft365managed_kiosk")
                .exits(0);
        assertThat(Files.readString(folder.resolve("x.csv")))
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\nHWHASH-0001,," + HASH
                        + ",microsoft365managed_kiosk\r\n");
    }
}
