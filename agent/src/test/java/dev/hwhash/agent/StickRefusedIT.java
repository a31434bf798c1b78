// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no stick is made of, and what is no stick. */
class StickRefusedIT {

    @TempDir
    private Path folder = Path.of("");

    private Path stick = Path.of("");
    private PortableCopy portable = new PortableCopy(Path.of(""));

    @BeforeEach
    void makePortableFolderAndStick() throws IOException {
        stick = Files.createDirectory(folder.resolve("E"));
        portable = PortableCopy.in(folder.resolve("portable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hwhash.cmd", "hwhash.options", "stick/Collect.cmd", "stick/READ ME.txt", "stick/tags.txt"})
    void portableFolderThatIsNotWholeIsRefused(String missing) {
        portable.without(missing);

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(10);

        assertThat(run.only("error", "portable-folder")).contains("there is no " + missing, "build or download");
        assertThat(stick).isEmptyDirectory();
    }

    @Test
    void portableFolderWithoutJavaIsRefused() {
        portable.without("runtime/x64/bin/java.exe");

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(10);

        assertThat(run.only("error", "portable-folder")).contains("no Java for the PCs", "runtime/x64/bin/java.exe");
        assertThat(stick).isEmptyDirectory();
    }

    @Test
    void fileThatNoStickCanHoldIsRefused() {
        portable.with("lib/aux.jar", "x");

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(10);

        assertThat(run.only("error", "portable-folder")).contains("aux.jar has the name of a device of Windows");
        assertThat(stick).isEmptyDirectory();
    }

    @Test
    void folderThatIsMissingOrAFileIsRefused() throws IOException {
        assertThat(portable.stick("prepare", "nowhere").exits(20).only("error", "stick-missing"))
                .contains("nowhere does not exist");
        Files.writeString(folder.resolve("file"), "x");
        assertThat(portable.stick("prepare", "file").exits(20).only("error", "stick-missing"))
                .contains("file is no folder");
        assertThat(portable.stick("check", "nowhere", "--digest", "0".repeat(64))
                        .exits(21)
                        .only("error", "stick-missing"))
                .contains("nowhere does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "portable", "portable/lib"})
    void programsOwnFolderAndAnyAroundOrInItIsRefused(String named) {
        HwhashRun run = portable.stick("prepare", named).exits(10);

        run.only("error", "stick-is-program");
        assertThat(portable.folder().resolve("manifest.sha256")).doesNotExist();
        assertThat(folder.resolve("manifest.sha256")).doesNotExist();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "links on Windows need a right of their own")
    void programsOwnFolderIsSeenBehindALink() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), portable.folder());

        portable.stick("prepare", "link").exits(10).only("error", "stick-is-program");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "links on Windows need a right of their own")
    void nothingIsWrittenThroughALink() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(stick.resolve("hwhash"), elsewhere);

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(20);

        assertThat(run.only("error", "stick-not-written")).contains("hwhash is to be a folder, and is a link");
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(stick.resolve("hwhash"));
        Files.createDirectory(stick.resolve("hwhash"));
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Files.createSymbolicLink(stick.resolve("hwhash/hwhash.cmd"), precious);
        portable.stick("prepare", stick.toString()).exits(20).only("error", "stick-not-written");
        assertThat(precious).hasContent("precious");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the small disk is a tmpfs")
    void roomIsLookedAtBeforeAnythingIsWritten() throws Exception {
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", stick.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (mount.waitFor() != 0) {
            System.out.println("a small disk was skipped: mount of a tmpfs failed");
            return;
        }
        try {
            HwhashRun run = portable.stick("prepare", stick.toString()).exits(20);

            assertThat(run.only("error", "stick-full")).contains(" has 2 MB free, and ", "Nothing was written");
            assertThat(stick).isEmptyDirectory();
        } finally {
            new ProcessBuilder("umount", stick.toString()).start().waitFor();
        }
    }

    @Test
    void digestThatIsNoneIsRefused() {
        HwhashRun run =
                portable.stick("check", stick.toString(), "--digest", "abc").exits(10);

        assertThat(run.only("error", "option-value")).contains("64 hexadecimal digits", "not 3 characters");
    }

    @Test
    void stickAloneTellsWhatHasToFollow() {
        assertThat(portable.stick().exits(10).only("error", "command-line"))
                .contains("one of these has to follow: ", "prepare", "check", "see hwhash stick --help");
        assertThat(portable.stick("--help").exits(0).stdoutBytes()).contains("prepare", "check");
        assertThat(portable.stick("prepare", "--help").exits(0).stdoutBytes()).contains("Usage: hwhash stick prepare");
    }
}
