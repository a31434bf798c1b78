// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -o FILE}: created, added to in its own dialect, or a row of it replaced. */
class OutputFileIT {

    private static final SyntheticHash FIRST = SyntheticHash.of("HWHASH-0001");
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";

    @Test
    void newFileIsCreatedAndTheNextDeviceAdded(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), FIRST.text());
        Files.writeString(
                folder.resolve("two.txt"), SyntheticHash.of("HWHASH-0002").text());
        HwhashRun created = Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "-o", "pcs.csv")
                .exits(0);
        assertThat(created.stdout()).isEmpty();
        assertThat(created.only("note", "row-written")).contains("HWHASH-0001", "pcs.csv");
        assertThat(folder.resolve("pcs.csv")).hasContent(HEADER + "HWHASH-0001,," + FIRST.text() + "\r\n");
        Hwhash.in(folder)
                .run("collect", "--from", "two.txt", "--output=pcs.csv")
                .exits(0);
        assertThat(Files.readString(folder.resolve("pcs.csv")))
                .isEqualTo(HEADER + "HWHASH-0001,," + FIRST.text() + "\r\nHWHASH-0002,,"
                        + SyntheticHash.of("HWHASH-0002").text() + "\r\n");
        assertThat(names(folder)).containsExactly("one.txt", "pcs.csv", "two.txt");
    }

    @Test
    void rowIsAddedInTheFilesOwnDialectAndEveryOtherByteStays(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), FIRST.text());
        String old = "\uFEFF\"Room\";\"Hardware Hash\";\"Group Tag\";\"serial number\"\n"
                + "\"3 \"\"a\"\"\";\"" + SyntheticHash.of("HWHASH-0009").text() + "\";\"Größe\";\"HWHASH-0009\"\n\n"
                + "\"no hash, kept\";\"\";\"\";\"HWHASH-0008\"";
        Files.write(folder.resolve("pcs.csv"), old.getBytes(UTF_16LE));
        Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "-o", "pcs.csv", "--group-tag", "a,b;\"c\"")
                .exits(0);
        assertThat(Files.readAllBytes(folder.resolve("pcs.csv")))
                .isEqualTo((old + "\n\"\";\"" + FIRST.text() + "\";\"a,b;\"\"c\"\"\";\"HWHASH-0001\"\n")
                        .getBytes(UTF_16LE));
    }

    @Test
    void deviceThatComesTwiceInARunIsWrittenOnceAndSaidSo(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), FIRST.text());
        HwhashRun run =
                Hwhash.in(folder).run("collect", "--from", "one.txt", "one.txt").exits(0);
        assertThat(run.stdout()).asString().hasLineCount(2);
        assertThat(run.only("warning", "device-comes-twice")).contains("HWHASH-0001");
    }

    @Test
    void rowOfTheSameDeviceIsReplacedInItsPlaceAndKeepsItsTag(@TempDir Path folder) throws IOException {
        SyntheticHash later = FIRST.time(Instant.parse("2026-05-01T00:00:00Z"));
        Files.writeString(folder.resolve("again.txt"), later.text());
        String start = HEADER.strip() + ",Group Tag\r\n";
        String end = "HWHASH-0002,," + SyntheticHash.of("HWHASH-0002").text() + ",Other\r\n";
        Files.writeString(folder.resolve("pcs.csv"), start + "HWHASH-0001,," + FIRST.text() + ",Kiosk\r\n" + end);
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "again.txt", "-o", "pcs.csv")
                .exits(0);
        assertThat(Files.readString(folder.resolve("pcs.csv")))
                .isEqualTo(start + "HWHASH-0001,," + later.text() + ",Kiosk\r\n" + end);
        assertThat(run.only("note", "row-written")).contains("replaced line 2 of pcs.csv");
    }

    @Test
    void jsonAndCorporateIdentifiersAreAddedTo(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), FIRST.text());
        String json = "{\"schemaVersion\":1,\"serialNumber\":\"HWHASH-0002\"}\n";
        Files.writeString(folder.resolve("pcs.json"), json);
        Hwhash.in(folder).run("collect", "--from", "one.txt", "-o", "pcs.json").exits(0);
        assertThat(Files.readString(folder.resolve("pcs.json")))
                .startsWith(json + "{\"schemaVersion\":1,\"collectedAt\":\"2026-01-15T10:00:00Z\"")
                .endsWith("}\n");
        Files.writeString(folder.resolve("ids.csv"), "Fabrikam,Desk,HWHASH-0002\r\n");
        Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "-o", "ids.csv", "--format", "corporate-identifiers")
                .exits(0);
        assertThat(Files.readString(folder.resolve("ids.csv")))
                .isEqualTo("Fabrikam,Desk,HWHASH-0002\r\nContoso,Book 3,HWHASH-0001\r\n");
    }

    @Test
    void emptyFileIsFilledAsANewOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), FIRST.text());
        Files.createFile(folder.resolve("pcs.csv"));
        Hwhash.in(folder).run("collect", "--from", "one.txt", "-o", "pcs.csv").exits(0);
        assertThat(Files.readString(folder.resolve("pcs.csv")))
                .isEqualTo(HEADER + "HWHASH-0001,," + FIRST.text() + "\r\n");
    }

    @Test
    void leftoversOfADeadRunAreRepairedAndCleared(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), FIRST.text());
        String old = HEADER + "HWHASH-0002,," + SyntheticHash.of("HWHASH-0002").text() + "\r\n";
        Files.writeString(folder.resolve("pcs.csv.hwhash-old"), old);
        Files.writeString(folder.resolve("pcs.csv.hwhash-new"), "half a fi");
        Files.createFile(folder.resolve("pcs.csv.lock"));
        Hwhash.in(folder).run("collect", "--from", "one.txt", "-o", "pcs.csv").exits(0);
        assertThat(Files.readString(folder.resolve("pcs.csv")))
                .isEqualTo(old + "HWHASH-0001,," + FIRST.text() + "\r\n");
        assertThat(names(folder)).containsExactly("one.txt", "pcs.csv");
    }

    @Test
    void damagedHashIsKeptBesideTheFileWhichIsNotMade(@TempDir Path folder) throws IOException {
        String damaged = FIRST.cutTo(400).text();
        Files.writeString(folder.resolve("pc.csv"), HEADER + "HWHASH-0001,," + damaged);
        Files.writeString(folder.resolve("bare.txt"), damaged);
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "pc.csv", "-o", "out.csv")
                .exits(14);
        assertThat(run.only("note", "damaged-kept")).contains("HWHASH-0001.damaged.txt");
        assertThat(names(folder)).containsExactly("HWHASH-0001.damaged.txt", "bare.txt", "pc.csv");
        assertThat(folder.resolve("HWHASH-0001.damaged.txt")).hasBinaryContent(damaged.getBytes(UTF_8));
        Hwhash.in(folder).run("collect", "--from", "bare.txt", "-o", "out.csv").exits(14);
        assertThat(names(folder)).hasSize(4).allMatch(name -> Character.isLetterOrDigit(name.charAt(0)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
