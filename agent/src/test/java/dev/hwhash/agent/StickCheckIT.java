// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each file of the program that differs is named, and nothing else is. */
class StickCheckIT {

    @TempDir
    private Path folder = Path.of("");

    private Path stick = Path.of("");
    private PortableCopy portable = new PortableCopy(Path.of(""));
    private String digest = "";

    @BeforeEach
    void makeStick() throws IOException {
        stick = Files.createDirectory(folder.resolve("E"));
        portable = PortableCopy.in(folder.resolve("portable"));
        digest = portable.prepare(stick);
    }

    @Test
    void stickAsItWasIsWellAlsoByCapitalDigits() {
        HwhashRun run = portable.check(stick, digest.toUpperCase(Locale.ROOT)).exits(0);

        assertThat(run.only("note", "stick-unchanged")).contains(" are as they were when it was prepared");
        assertThat(run.lines()).hasSize(1);
        assertThat(run.stdout()).isEmpty();
    }

    @Test
    void eachFileThatDiffersIsNamed() throws IOException {
        write("Collect.cmd", "starteR");
        write("hwhash/hwhash.conf", "service = https://evil.example.org\n");
        Files.delete(stick.resolve("READ ME.txt"));
        Files.delete(stick.resolve("hwhash/licences/LICENSE.txt"));
        write("Collect.exe", "another starter");
        write("hwhash/lib/win32-x86-64/version.dll", "planted");
        write("hwhash/runtime/arm64/bin/java.exe", "planted");

        HwhashRun run = portable.check(stick, digest).exits(21);

        assertThat(run.messages("error", "file-changed"))
                .satisfiesExactly(
                        line -> assertThat(line).contains(": Collect.cmd: it holds something else; "),
                        line -> assertThat(line).contains(": hwhash/hwhash.conf: it holds something else; "));
        assertThat(run.messages("error", "file-missing"))
                .satisfiesExactly(
                        line -> assertThat(line).contains(": READ ME.txt: "),
                        line -> assertThat(line).contains(": hwhash/licences/LICENSE.txt: "));
        assertThat(run.messages("error", "file-added"))
                .satisfiesExactly(
                        line -> assertThat(line).contains(": Collect.exe: "),
                        line -> assertThat(line).contains(": hwhash/lib/win32-x86-64/version.dll: "),
                        line -> assertThat(line).contains(": hwhash/runtime/arm64/bin/java.exe: "));
        assertThat(run.lines()).hasSize(7);
    }

    @Test
    void whatPeopleAndSystemsPutOnAStickIsNotNamed() throws IOException {
        write("tags.txt", "Mine");
        write("devices/HWHASH-0001.csv", "a row");
        write("hwhash/outbox/rejected/report", "a report");
        write("System Volume Information/IndexerVolumeGuid", "x");
        write("$RECYCLE.BIN/desktop.ini", "x");
        write(".Spotlight-V100/x", "x");

        portable.check(stick, digest).exits(0);
    }

    @Test
    void manifestThatWasChangedAlongIsFoundByTheDigest() throws Exception {
        write("hwhash/hwhash.cmd", "evil");
        String other = portable.with("hwhash.cmd", "evil").prepare(stick);

        HwhashRun run = portable.check(stick, digest).exits(21);

        assertThat(run.only("error", "manifest-changed")).contains("the manifest itself was changed", other, digest);
        assertThat(run.lines()).hasSize(1);
    }

    @Test
    void manifestThatIsNoneIsRefusedThoughItsDigestIsRight() throws Exception {
        byte[] outside = ("0".repeat(64) + "  ../precious\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(refused(outside)).contains("line 1 names a path that has a part that names no file");
        assertThat(refused(new byte[] {(byte) 0xC3, 0x28, '\n'})).contains("line 1 is not 64 digits");
        assertThat(refused(new byte[(1 << 20) + 1])).contains("it has more than 1048576 bytes");
    }

    private String refused(byte[] manifest) throws Exception {
        Files.write(stick.resolve("manifest.sha256"), manifest);
        String own =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(manifest));
        return portable.check(stick, own).exits(21).only("error", "manifest-refused");
    }

    @Test
    void folderWithoutAManifestIsNoStick() throws IOException {
        Files.delete(stick.resolve("manifest.sha256"));

        assertThat(portable.check(stick, digest).exits(21).only("error", "manifest-missing"))
                .contains("there is no manifest.sha256");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "links on Windows need a right of their own")
    void linksAreNamedAndNotFollowed() throws IOException {
        Path copy = Files.copy(stick.resolve("hwhash/hwhash.cmd"), folder.resolve("same.cmd"));
        Files.delete(stick.resolve("hwhash/hwhash.cmd"));
        Files.createSymbolicLink(stick.resolve("hwhash/hwhash.cmd"), copy);
        Files.move(stick.resolve("hwhash/licences"), folder.resolve("licences"));
        Files.createSymbolicLink(stick.resolve("hwhash/licences"), folder.resolve("licences"));
        Files.createSymbolicLink(stick.resolve("hwhash/loop"), stick);

        HwhashRun run = portable.check(stick, digest).exits(21);

        assertThat(run.only("error", "file-changed")).contains(": hwhash/hwhash.cmd: it is a link; ");
        assertThat(run.only("error", "file-missing")).contains(": hwhash/licences/LICENSE.txt: ");
        assertThat(run.messages("error", "file-added"))
                .satisfiesExactly(
                        line -> assertThat(line).contains(": hwhash/licences: it is a link and was not there"),
                        line -> assertThat(line).contains(": hwhash/loop: it is a link and was not there"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "names that differ by capitals alone need such a file system")
    void secondFileByANameThatWindowsTakesForTheSameIsNamed() throws IOException {
        write("hwhash/HWHASH.CMD", "evil");

        assertThat(portable.check(stick, digest).exits(21).only("error", "file-added"))
                .contains(": hwhash/HWHASH.CMD: ");

        Files.delete(stick.resolve("hwhash/hwhash.cmd"));
        assertThat(portable.check(stick, digest).exits(21).only("error", "file-changed"))
                .contains(": hwhash/HWHASH.CMD: it holds something else");
        write("hwhash/HWHASH.CMD", "launcher");
        portable.check(stick, digest).exits(0);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the large file has to take no room")
    void fileOfManyTimesTheMemoryIsRead() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(stick.resolve("hwhash/hwhash.cmd").toFile(), "rw")) {
            file.setLength(200L << 20);
        }

        HwhashRun run = Hwhash.in(folder)
                .from(portable.folder())
                .jvm("-Xmx24m")
                .run("stick", "check", stick.toString(), "--digest", digest)
                .exits(21);

        assertThat(run.only("error", "file-changed")).contains(": hwhash/hwhash.cmd: ");
    }

    @Test
    void programOnThatStickTellsThatItsWordIsWorthNothing() {
        HwhashRun run = Hwhash.in(folder)
                .from(stick.resolve("hwhash"))
                .run("stick", "check", stick.toString(), "--digest", digest)
                .exits(0);

        assertThat(run.only("warning", "checks-itself")).contains("from a copy that you trust");
    }

    private void write(String path, String content) throws IOException {
        Path file = stick.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
    }
}
