// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is no capture is refused by name, with what to do, and keeps no other from being read. */
class CaptureRefusalsIT {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final String GOOD = SyntheticHash.of("HWHASH-0001").text();
    private static final String LAST = SyntheticHash.of("HWHASH-0002").text();

    @Test
    void goodCapturesAreWrittenAndEachBadOneIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("good.txt"), GOOD);
        Files.writeString(folder.resolve("last.txt"), LAST);
        Files.writeString(folder.resolve("cabinet.cab"), "MSCF\0\0\0\0", ISO_8859_1);
        Files.createDirectory(folder.resolve("folder"));
        Files.createFile(folder.resolve("empty.csv"));
        Files.write(folder.resolve("random.bin"), random());
        Files.writeString(folder.resolve("doctype.xml"), "<!DOCTYPE Key SYSTEM \"file:///etc/passwd\"><Key/>");
        Files.writeString(folder.resolve("header.csv"), HEADER);
        HwhashRun run = Hwhash.in(folder)
                .run(
                        "collect",
                        "--from",
                        "good.txt",
                        "cabinet.cab",
                        "missing.xml",
                        "folder",
                        "empty.csv",
                        "random.bin",
                        "doctype.xml",
                        "header.csv",
                        "last.txt")
                .exits(21);
        assertThat(run.stdoutBytes())
                .isEqualTo(HEADER + "HWHASH-0001,," + GOOD + "\r\n" + "HWHASH-0002,," + LAST + "\r\n");
        assertThat(run.messages("error", "capture-refused"))
                .satisfiesExactly(
                        cabinet -> assertThat(cabinet).contains("cabinet.cab: ", "expand FILE -F:* FOLDER"),
                        missing -> assertThat(missing).contains("missing.xml: there is no such file"),
                        directory -> assertThat(directory).contains("folder: it is a folder"),
                        empty -> assertThat(empty).contains("empty.csv: it is empty"),
                        random -> assertThat(random).contains("random.bin: "),
                        doctype -> assertThat(doctype).contains("doctype.xml: ", "DOCTYPE"),
                        header -> assertThat(header).contains("header.csv: it holds no device"));
    }

    @Test
    void hugeFileIsRefusedByItsSizeInLittleMemory(@TempDir Path folder) throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("huge.csv").toFile(), "rw")) {
            huge.writeBytes(HEADER);
            huge.setLength(100 << 20);
        }
        HwhashRun run = Hwhash.in(folder)
                .jvm("-Xmx32m")
                .run("collect", "--from", "huge.csv")
                .exits(21);
        assertThat(run.only("error", "capture-refused")).contains("huge.csv: ", "104857600 bytes", "split it");
    }

    @Test
    void zipWithoutTheDeviceHashIsRefusedWithTheCommandThatMakesOne(@TempDir Path folder) throws IOException {
        zip(folder.resolve("other.zip"), "README.csv", Charset.forName("UTF-8"));
        zip(folder.resolve("umlaut.zip"), "Gerätebericht.html", Charset.forName("IBM850"));
        Files.writeString(folder.resolve("broken.zip"), "PK\3\4 and no more");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "other.zip", "umlaut.zip", "broken.zip")
                .exits(21);
        assertThat(run.messages("error", "capture-refused"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(".zip: "));
        assertThat(run.stderr()).contains("MdmDiagnosticsTool.exe -area Autopilot -zip");
    }

    @Test
    void damagedHashGivesNoRowAndTheOthersAreWritten(@TempDir Path folder) throws IOException {
        String damaged = SyntheticHash.of("HWHASH-0003").flipped(4000).text();
        Files.writeString(folder.resolve("pcs.csv"), HEADER + "HWHASH-0003,," + damaged + "\r\nHWHASH-0001,," + GOOD);
        HwhashRun run = Hwhash.in(folder).run("collect", "--from", "pcs.csv").exits(14);
        assertThat(run.stdoutBytes()).isEqualTo(HEADER + "HWHASH-0001,," + GOOD + "\r\n");
        assertThat(run.only("error", "hash-damaged"))
                .contains("pcs.csv:2: ", "checksum does not match", "4000 characters, SHA-256 ");
    }

    @Test
    void hashInThePlaceOfAFileNameIsNotRepeated(@TempDir Path folder) {
        HwhashRun asFile = Hwhash.in(folder).run("collect", "--from", GOOD).exits(21);
        assertThat(asFile.only("error", "capture-refused")).hasSizeLessThan(300);
        HwhashRun alone = Hwhash.in(folder).run("collect", GOOD).exits(10);
        assertThat(alone.only("error", "command-line")).hasSizeLessThan(300);
        HwhashRun asOption =
                Hwhash.in(folder).run("collect", "--format=" + GOOD).exits(10);
        assertThat(asOption.only("error", "option-value")).hasSizeLessThan(300);
    }

    private static byte[] random() {
        byte[] random = new byte[10_000];
        new Random(1).nextBytes(random);
        return random;
    }

    private static void zip(Path file, String name, Charset names) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.closeEntry();
        }
    }
}
