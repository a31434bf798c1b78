// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Run by a user without rights, which root becomes for the test. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs setpriv")
class UnprivilegedIT {

    private static final String[] NOBODY = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    private static final String OLD = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void openFolderToNobody() throws IOException, InterruptedException {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .as("root")
                .isEqualTo(0);
        String[] look = {
            NOBODY[0],
            NOBODY[1],
            NOBODY[2],
            NOBODY[3],
            "test",
            "-r",
            Hwhash.jar().toString()
        };
        assumeThat(new ProcessBuilder(look).start().waitFor())
                .as("a jar that anybody reads")
                .isZero();
        permit(folder, "rwxrwxrwx");
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
    }

    @Test
    void readOnlyFileIsLeftAsItIs() throws IOException {
        Files.writeString(folder.resolve("x.csv"), OLD);
        permit(folder.resolve("x.csv"), "r--r--r--");
        HwhashRun run = collect("one.txt", "-o", "x.csv").exits(20);
        assertThat(run.only("error", "output-read-only")).contains("x.csv");
        assertThat(Files.readString(folder.resolve("x.csv"))).isEqualTo(OLD);
    }

    @Test
    void folderThatMayNotBeWrittenIsNamed() throws IOException {
        permit(folder, "r-xr-xr-x");
        HwhashRun run = collect("one.txt", "-o", "x.csv").exits(20);
        assertThat(run.only("error", "output-read-only")).contains("x.csv", "access denied");
    }

    @Test
    void captureThatMayNotBeReadIsNamed() throws IOException {
        permit(folder.resolve("one.txt"), "rw-------");
        HwhashRun run = collect("one.txt").exits(21);
        assertThat(run.only("error", "capture-refused")).contains("one.txt: it cannot be read: access denied");
    }

    @Test
    void folderThatMayNotBeReadIsNamedAndTheRestMerged() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("in/closed"));
        Files.createDirectories(folder.resolve("in/.closed-too"));
        permit(closed, "---------");
        permit(folder.resolve("in/.closed-too"), "---------");
        Files.writeString(folder.resolve("in/a.csv"), Rows.autopilot(1));
        HwhashRun run = Hwhash.in(folder)
                .wrappedBy(NOBODY)
                .run("merge", "-o", "all.csv", "in")
                .exits(21);
        assertThat(run.only("error", "input-refused")).contains("in/closed: it cannot be read: access denied");
        assertThat(folder.resolve("all.csv")).hasContent(Rows.autopilot(1));
        permit(closed, "rwxrwxrwx");
    }

    @Test
    void logThatMayNotBeWrittenIsOneWarning() throws IOException {
        Files.createFile(folder.resolve("x.log"));
        permit(folder.resolve("x.log"), "r--r--r--");
        HwhashRun run = collect("one.txt", "--log-file", "x.log").exits(0);
        assertThat(run.only("warning", "log-not-opened")).contains("access denied");
    }

    @Test
    void linkIsFollowedAndStays() throws IOException {
        Files.writeString(folder.resolve("real.csv"), OLD);
        permit(folder.resolve("real.csv"), "rw-rw-rw-");
        Files.createSymbolicLink(folder.resolve("x.csv"), Path.of("real.csv"));
        collect("one.txt", "-o", "x.csv").exits(0);
        assertThat(Files.isSymbolicLink(folder.resolve("x.csv"))).isTrue();
        assertThat(Files.readString(folder.resolve("real.csv"))).startsWith(OLD + "HWHASH-0001,,");
    }

    @Test
    void stickThatMayNotBeWrittenLeavesTheRowOnThePc() throws IOException {
        StickFolder stick = StickFolder.make(folder.resolve("stick"));
        HwhashRun run = Hwhash.in(folder)
                .from(stick.program())
                .with("XDG_STATE_HOME", folder.resolve("own").toString())
                .wrappedBy(NOBODY)
                .run("stick", "collect", "stick", "--from", "one.txt")
                .exits(0);
        assertThat(run.only("warning", "stick-not-written")).contains("access denied");
        assertThat(run.stderr()).contains("Saved on THIS PC, NOT ON THE STICK.");
        assertThat(stick.devices()).isEmpty();
        assertThat(folder.resolve("own/hwhash/devices/HWHASH-0001.csv"))
                .content()
                .contains("HWHASH-0001,,");
    }

    private HwhashRun collect(String capture, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "collect";
        all[1] = "--from";
        all[2] = capture;
        System.arraycopy(args, 0, all, 3, args.length);
        return Hwhash.in(folder).wrappedBy(NOBODY).run(all);
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
