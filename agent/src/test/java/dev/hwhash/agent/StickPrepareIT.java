// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on a stick after it was prepared, for the first time and again. */
class StickPrepareIT {

    @TempDir
    private Path folder = Path.of("");

    private Path stick = Path.of("");
    private PortableCopy portable = new PortableCopy(Path.of(""));

    @BeforeEach
    void makePortableFolderAndStick() throws IOException {
        stick = Files.createDirectory(folder.resolve("E"));
        portable = PortableCopy.in(folder.resolve("portable"));
    }

    @Test
    void stickHasTheProgramTheTemplatesAndAPlaceForDevices() throws IOException {
        portable.prepare(stick);

        assertThat(names(stick))
                .containsExactlyInAnyOrder(
                        "Collect.cmd", "READ ME.txt", "tags.txt", "manifest.sha256", "devices", "hwhash");
        assertThat(stick.resolve("Collect.cmd")).hasContent("starter");
        assertThat(stick.resolve("hwhash/runtime/x64/bin/java.exe")).hasContent("java for Windows");
        assertThat(stick.resolve("hwhash/hwhash.jar")).hasSameBinaryContentAs(Hwhash.jar());
        assertThat(names(stick.resolve("hwhash")))
                .doesNotContain("stick")
                .contains("lib", "licences", "hwhash.options");
        assertThat(Files.readAllLines(stick.resolve("hwhash/hwhash.conf")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("#"));
    }

    @Test
    void imageOfJpackageGivesItsRuntimeTheNameOfItsProcessor() throws IOException {
        PortableCopy image = PortableCopy.in(
                        Files.createDirectory(folder.resolve("image")).resolve("app"))
                .without("runtime/x64/bin/java.exe")
                .with("../runtime/bin/java.exe", "java of the image")
                .with("../runtime/release", "OS_ARCH=\"aarch64\"\n");

        image.prepare(stick);

        assertThat(stick.resolve("hwhash/runtime/arm64/bin/java.exe")).hasContent("java of the image");
        assertThat(names(stick.resolve("hwhash/runtime"))).containsExactly("arm64");
    }

    @Test
    void manifestIsThatOfSha256sumAndItsDigestIsWhatIsPrinted() throws Exception {
        HwhashRun run = portable.stick("prepare", stick.toString()).exits(0);

        byte[] manifest = Files.readAllBytes(stick.resolve("manifest.sha256"));
        assertThat(run.stdoutBytes()).isEqualTo(sha256(manifest) + System.lineSeparator());
        assertThat(run.only("note", "stick-digest")).contains(sha256(manifest));
        StringBuilder expected = new StringBuilder();
        for (String path : programFiles()) {
            byte[] content = Files.readAllBytes(stick.resolve(path));
            expected.append(sha256(content)).append("  ").append(path).append('\n');
        }
        assertThat(new String(manifest, US_ASCII)).isEqualTo(expected.toString());
    }

    @Test
    void sameFolderAndSettingsGiveTheSameDigestOnEachStick() throws IOException {
        Path other = Files.createDirectory(folder.resolve("F"));

        assertThat(portable.prepare(other, "--group-tag", "Kiosk"))
                .isEqualTo(portable.prepare(stick, "--group-tag", "Kiosk"))
                .isNotEqualTo(portable.prepare(stick, "--group-tag", "Lab"));
    }

    @Test
    void nothingIsWrittenAgainThatIsThereAlready() throws IOException {
        portable.prepare(stick);
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(stick.resolve("hwhash/hwhash.jar"), longAgo);

        HwhashRun again = portable.stick("prepare", stick.toString()).exits(0);

        assertThat(again.only("note", "stick-prepared")).contains(" 0 of them written now");
        assertThat(Files.getLastModifiedTime(stick.resolve("hwhash/hwhash.jar")))
                .isEqualTo(longAgo);
    }

    @Test
    void newVersionReplacesTheProgramAndLeavesWhatPeopleHave() throws IOException {
        portable.with("lib/old-1.0.jar", "old").prepare(stick);
        write("devices/HWHASH-0001.csv", "a row");
        write("hwhash/outbox/report", "a report");
        write("tags.txt", "Mine\n");
        write("hwhash/notes.txt", "of a technician");
        portable.without("lib/old-1.0.jar").with("lib/new-2.0.jar", "new").with("hwhash.cmd", "newer launcher");

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(0);

        assertThat(stick.resolve("devices/HWHASH-0001.csv")).hasContent("a row");
        assertThat(stick.resolve("hwhash/outbox/report")).hasContent("a report");
        assertThat(stick.resolve("tags.txt")).hasContent("Mine");
        assertThat(stick.resolve("hwhash/hwhash.cmd")).hasContent("newer launcher");
        assertThat(names(stick.resolve("hwhash/lib"))).contains("new-2.0.jar").doesNotContain("old-1.0.jar");
        assertThat(run.only("warning", "foreign-file")).contains("hwhash/notes.txt");
        assertThat(stick.resolve("hwhash/notes.txt")).hasContent("of a technician");
        Files.delete(stick.resolve("hwhash/notes.txt"));
        portable.check(stick, run.stdoutBytes().strip()).exits(0);
    }

    @Test
    void fileThatAForeignManifestListsStaysUnlessItHoldsWhatThatSays() throws Exception {
        write("precious.txt", "precious");
        write("manifest.sha256", sha256("other".getBytes(US_ASCII)) + "  precious.txt\n");

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(0);

        assertThat(run.only("warning", "foreign-file")).contains("precious.txt");
        assertThat(stick.resolve("precious.txt")).hasContent("precious");
    }

    @Test
    void hostileManifestRemovesNothing() throws Exception {
        write("devices/HWHASH-0001.csv", "a row");
        String digest = sha256("a row".getBytes(US_ASCII));
        write("manifest.sha256", digest + "  devices/HWHASH-0001.csv\n");

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(0);

        assertThat(run.only("warning", "manifest-unread"))
                .contains("line 1 names a path that is not where the program");
        assertThat(stick.resolve("devices/HWHASH-0001.csv")).hasContent("a row");
    }

    @Test
    void settingsSecretsAndRowsInThePortableFolderAreNotCopied() throws IOException {
        portable.with("hwhash.conf", "secret-file = my.secret\n")
                .with("my.secret", "service = https://example.org\ntoken = HWT-0123456789\n")
                .with("outbox/report", "a report")
                .with("rows.csv", "a row")
                .prepare(stick);

        assertThat(names(stick.resolve("hwhash")))
                .contains("hwhash.conf")
                .doesNotContain("my.secret", "outbox", "rows.csv");
        assertThat(Files.readString(stick.resolve("hwhash/hwhash.conf"))).doesNotContain("my.secret");
    }

    @Test
    void whatAMacLeavesInFoldersIsNotCopied() throws IOException {
        String digest = portable.prepare(stick);
        portable.with("stick/.DS_Store", "x").with("lib/.DS_Store", "x").with("licences/._LICENSE.txt", "x");

        assertThat(portable.prepare(stick)).isEqualTo(digest);
        portable.check(stick, digest).exits(0);
    }

    @Test
    void leftoversOfADeadRunAreRemoved() throws IOException {
        String digest = portable.prepare(stick);
        write("manifest.sha256.lock", "");
        write("hwhash/hwhash.jar.lock", "");
        write("hwhash/hwhash.jar.hwhash-new", "half");
        write("hwhash/lib/mine.hwhash-old", "mine");
        portable.check(stick, digest).exits(21);

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(0);

        assertThat(run.only("warning", "foreign-file")).contains("hwhash/lib/mine.hwhash-old");
        assertThat(portable.check(stick, digest).exits(21).only("error", "file-added"))
                .contains("hwhash/lib/mine.hwhash-old");
    }

    @Test
    void noExtendedAttributeGoesAlong() throws IOException {
        Path jar = portable.folder().resolve("hwhash.cmd");
        try {
            Files.setAttribute(jar, "user:mark", ByteBuffer.wrap(new byte[] {1}));
        } catch (IOException | UnsupportedOperationException e) {
            System.out.println("attributes of files were skipped: this file system has none");
            return;
        }

        portable.prepare(stick);
        assertThat(attributes("hwhash/hwhash.cmd")).isEmpty();

        Files.setAttribute(stick.resolve("hwhash/hwhash.cmd"), "user:mark", ByteBuffer.wrap(new byte[] {1}));
        portable.prepare(stick);
        assertThat(attributes("hwhash/hwhash.cmd")).isEmpty();
    }

    private List<String> attributes(String path) throws IOException {
        return Files.getFileAttributeView(stick.resolve(path), UserDefinedFileAttributeView.class)
                .list();
    }

    private void write(String path, String content) throws IOException {
        Path file = stick.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
    }

    private List<String> programFiles() throws IOException {
        try (Stream<Path> all = Files.walk(stick)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> stick.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals("tags.txt") && !path.equals("manifest.sha256"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
