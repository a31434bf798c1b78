// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Linux and macOS do; the mounts and owners need root. */
class PosixTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROWS = "0123456789abcdef".repeat(1280);

    @TempDir
    Path folder;

    @BeforeEach
    void needsPosix() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Skipped.because("permissions of POSIX: this is another system");
        }
    }

    @Test
    void permissionsSurvive() throws Exception {
        for (String permissions : new String[] {"rw-------", "rw-rw-rw-", "rwxr-x---"}) {
            Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            for (boolean atomic : new boolean[] {true, false}) {
                Appender.append(Appender.file(path, atomic), "b");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo(permissions);
            }
        }
    }

    @Test
    void permissionsSurviveARepair() throws Exception {
        Path old = Files.writeString(folder.resolve("devices.csv.hwhash-old"), "a\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));
        Path path = folder.resolve("devices.csv");
        Appender.append(Appender.file(path, true), "b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void ownerAndGroupSurvive() throws Exception {
        needsRoot("owners");
        Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
        run("chown", "12345:23456", path.toString());
        Appender.append(Appender.file(path, true), "b");
        assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(12345);
        assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(23456);
    }

    @Test
    void aPipeIsNoFile() throws Exception {
        Path pipe = folder.resolve("devices.csv");
        run("mkfifo", pipe.toString());
        assertThat(DeviceFileTest.failure(pipe, false, PATIENCE).reason()).isEqualTo(Reason.NOT_A_FILE);
    }

    @Test
    void aFullDiskKeepsTheOldFile() throws Exception {
        withSmallDisk(() -> {
            Path path = Files.writeString(folder.resolve("devices.csv"), ROWS);
            Files.writeString(folder.resolve("other"), ROWS);
            DeviceFileException e = DeviceFileTest.failure(path, false, PATIENCE, ROWS + ROWS);
            assertThat(e.reason()).isEqualTo(Reason.DISK_FULL);
            assertThat(e).hasMessageContaining("free as much space");
            assertThat(path).hasContent(ROWS);
            assertThat(Files.exists(folder.resolve("devices.csv.hwhash-new"))).isFalse();
            assertThat(Files.exists(folder.resolve("devices.csv.lock"))).isFalse();
        });
    }

    @Test
    void aReadOnlyVolumeIsReportedAndCanBeRead() throws Exception {
        withSmallDisk(() -> {
            Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
            run("mount", "-o", "remount,ro", folder.toString());
            assertThat(DeviceFileTest.failure(path, false, PATIENCE).reason()).isEqualTo(Reason.READ_ONLY);
            assertThat(new DeviceFile(path, false).read()).hasValue("a\n".getBytes(US_ASCII));
        });
    }

    private interface Check {
        void run() throws Exception;
    }

    private void withSmallDisk(Check check) throws Exception {
        needsRoot("a small disk");
        if (!run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString())) {
            Skipped.because("a small disk: mount of a tmpfs failed");
        }
        try {
            check.run();
        } finally {
            run("umount", folder.toString());
        }
    }

    private static void needsRoot(String what) throws IOException {
        boolean linux = Objects.equals(System.getProperty("os.name"), "Linux");
        if (!linux || !Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0)) {
            Skipped.because(what + ": needs root on Linux");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }
}
