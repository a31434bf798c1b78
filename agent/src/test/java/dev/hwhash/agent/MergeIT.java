// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files of all kinds become one, with one row for each device. */
class MergeIT {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash";
    private static final String PARTNER_HEADER =
            "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model";
    private static final SyntheticHash ONE = SyntheticHash.of("HWHASH-0001");
    private static final SyntheticHash TWO = SyntheticHash.of("HWHASH-0002");
    private static final SyntheticHash EARLY = ONE.time(Instant.parse("2025-11-01T00:00:00Z"));
    private static final SyntheticHash LATE = ONE.time(Instant.parse("2026-02-01T00:00:00Z"));

    private static String file(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String row(SyntheticHash hash, String serial) {
        return serial + ",," + hash.text();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        write(folder, name, text.getBytes(UTF_8));
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> contents.put(file.toString(), hex(file)));
        }
        return contents;
    }

    private static String hex(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(String name, String text) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void aStickOfAllKindsBecomesOneCleanFile(@TempDir Path folder) throws IOException {
        Path stick = folder.resolve("stick");
        write(stick, "a.csv", ("\uFEFF" + file(HEADER, row(ONE, "HWHASH-0001"))).getBytes(UTF_16LE));
        write(
                stick,
                "b/excel.csv",
                "Device Serial Number;Windows Product ID;Hardware Hash;Group Tag\n\"HWHASH-0002\";;\"" + TWO.text()
                        + "\";Kiosk\n\n");
        write(stick, "b/c/hash.txt", SyntheticHash.of("HWHASH-0003").text());
        write(
                stick,
                "d/report.zip",
                zip("DeviceHash_X.csv", file(HEADER, row(SyntheticHash.of("HWHASH-0004"), "HWHASH-0004"))));
        write(
                stick,
                "e.json",
                "{\"schemaVersion\":1,\"serialNumber\":\"HWHASH-0005\",\"hardwareHash\":\""
                        + SyntheticHash.of("HWHASH-0005").text() + "\"}\n");
        write(stick, "a.csv.lock", "");
        write(stick, "a.csv.hwhash-new", file(HEADER, row(SyntheticHash.of("HWHASH-0008"), "HWHASH-0008")));
        write(
                stick,
                "HWHASH-0009.damaged.txt",
                SyntheticHash.of("HWHASH-0009").flipped(999).text());
        write(stick, "bin/hwhash.exe", "MZ");
        write(stick, "readme.txt", "Plug the stick in.\r\n");
        Map<String, String> before = contents(stick);

        HwhashRun run = Hwhash.in(folder).run("merge", "-o", "all.csv", "stick").exits(0);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(
                        HEADER + ",Group Tag",
                        row(ONE, "HWHASH-0001") + ",",
                        row(SyntheticHash.of("HWHASH-0003"), "HWHASH-0003") + ",",
                        row(TWO, "HWHASH-0002") + ",Kiosk",
                        row(SyntheticHash.of("HWHASH-0004"), "HWHASH-0004") + ",",
                        row(SyntheticHash.of("HWHASH-0005"), "HWHASH-0005") + ","));
        assertThat(run.only("note", "rows-written")).contains("wrote 5 rows to all.csv as autopilot", "5 files");
        assertThat(run.only("note", "files-skipped")).contains("no devices: 1;");
        assertThat(contents(stick)).isEqualTo(before);
        assertThat(run.stdout()).isEmpty();
    }

    @Test
    void theNewestRowCountsByTheTimeInTheHash(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(HEADER, row(LATE, "HWHASH-0001"), row(TWO, "HWHASH-0002")));
        write(folder, "2.csv", file(HEADER, row(EARLY, "HWHASH-0001")));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "--verbose", "-o", "all.csv", "1.csv", "2.csv")
                .exits(0);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(HEADER, row(LATE, "HWHASH-0001"), row(TWO, "HWHASH-0002")));
        assertThat(run.only("detail", "row-replaced"))
                .contains("2.csv:2 gives way to 1.csv:2", "whose hardware hash was made later");
        assertThat(run.only("note", "rows-written")).contains("1 gave way to one whose hardware hash was made later");
    }

    @Test
    void aClockThatIsWrongLeavesItToTheOrderOfTheInput(@TempDir Path folder) throws IOException {
        SyntheticHash unset = ONE.time(Instant.parse("2015-01-01T00:00:00Z"));
        SyntheticHash ahead = TWO.time(Instant.parse("2099-01-01T00:00:00Z"));
        write(folder, "1.csv", file(HEADER, row(LATE, "HWHASH-0001"), row(ahead, "HWHASH-0002")));
        write(folder, "2.csv", file(HEADER, row(unset, "HWHASH-0001"), row(TWO, "HWHASH-0002")));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "-o", "all.csv", "1.csv", "2.csv")
                .exits(0);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(HEADER, row(unset, "HWHASH-0001"), row(TWO, "HWHASH-0002")));
        assertThat(run.only("note", "rows-written")).contains("2 gave way to one that comes later in the input");
    }

    @Test
    void whatPeopleHaveEnteredIsTakenFromTheNewestRowThatHasIt(@TempDir Path folder) throws IOException {
        String header = HEADER + ",Group Tag,Assigned User";
        SyntheticHash between = ONE.time(Instant.parse("2025-12-01T00:00:00Z"));
        write(folder, "1.csv", file(header, row(LATE, "HWHASH-0001") + ",,"));
        write(folder, "2.csv", file(header, "HWHASH-0001,1234567890123," + EARLY.text() + ",Old,ada@contoso.com"));
        write(folder, "3.csv", file(header, row(between, "HWHASH-0001") + ",New,"));

        Hwhash.in(folder)
                .run("merge", "-o", "all.csv", "1.csv", "2.csv", "3.csv")
                .exits(0);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(header, "HWHASH-0001,1234567890123," + LATE.text() + ",New,ada@contoso.com"));
    }

    @Test
    void aRowOfNamesLendsItsTagToTheHashOfItsDevice(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(HEADER, row(ONE, "HWHASH-0001")));
        write(folder, "2.csv", file("Serial Number,Manufacturer,Model,Group Tag", "HWHASH-0001,Contoso,Book 3,Kiosk"));

        Hwhash.in(folder).run("merge", "-o", "all.csv", "1.csv", "2.csv").exits(0);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(HEADER + ",Group Tag", row(ONE, "HWHASH-0001") + ",Kiosk"));
    }

    @Test
    void aDamagedHashNeverCountsAndIsReported(@TempDir Path folder) throws IOException {
        String damaged = LATE.flipped(999).text();
        write(folder, "1.csv", file(PARTNER_HEADER, row(ONE, "HWHASH-0001") + ",Contoso,Book 3"));
        write(folder, "2.csv", file(PARTNER_HEADER, "HWHASH-0001,," + damaged + ",Contoso,Book 3", "HWHASH-0002,,"));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "-o", "all.csv", "1.csv", "2.csv")
                .exits(21);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(PARTNER_HEADER, row(ONE, "HWHASH-0001") + ",Contoso,Book 3"));
        assertThat(run.messages("error", "row-not-written"))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("2.csv:2: ", "hardware hash is damaged"))
                .anySatisfy(line -> assertThat(line).contains("2.csv:3: ", "no manufacturer"));
    }

    @Test
    void aConflictKeepsBothRowsAndFailsAStrictRun(@TempDir Path folder) throws IOException {
        String rows = file(HEADER, row(ONE.ek(1), "HWHASH-0001"), row(ONE.ek(2), "HWHASH-0001"));
        write(folder, "1.csv", rows);

        HwhashRun run = Hwhash.in(folder).run("merge", "-o", "all.csv", "1.csv").exits(0);
        assertThat(run.only("warning", "device-conflict")).contains("1.csv:3", "1.csv:2", "both rows stay");
        assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo(rows);

        HwhashRun strict = Hwhash.in(folder)
                .run("merge", "--strict", "-o", "strict.csv", "1.csv")
                .exits(21);
        assertThat(strict.only("error", "device-conflict")).contains("--strict");
        assertThat(Files.readString(folder.resolve("strict.csv"))).isEqualTo(rows);
    }

    @Test
    void rowsThatMayBeOneDeviceBothStay(@TempDir Path folder) throws IOException {
        String header = "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model";
        write(folder, "1.csv", file(header, row(ONE, "HWHASH-0001") + ",,", "HWHASH-0001,1234567890123,,,"));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "--format", "partner-center", "-o", "all.csv", "1.csv")
                .exits(0);

        assertThat(run.only("warning", "device-uncertain")).contains("1.csv:3", "1.csv:2");
        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(header, row(ONE, "HWHASH-0001") + ",Contoso,Book 3", "HWHASH-0001,1234567890123,,,"));
    }

    @Test
    void whatAnInterruptedRunLeftOfAFileIsReadWhereNothingElseIsLeft(@TempDir Path folder) throws IOException {
        write(folder, "stick/1.csv.hwhash-ready", file(HEADER, row(ONE, "HWHASH-0001")));
        write(folder, "stick/1.csv.hwhash-old", file(HEADER));
        write(folder, "stick/2.csv", file(HEADER, row(TWO, "HWHASH-0002")));
        write(folder, "stick/2.csv.hwhash-old", file(HEADER, row(TWO, "OLDER")));
        write(folder, "stick/3.csv.hwhash-new", file(HEADER, row(TWO, "HALF")));

        HwhashRun run = Hwhash.in(folder).run("merge", "-o", "all.csv", "stick").exits(0);

        assertThat(run.only("note", "leftover-read")).contains("1.csv.hwhash-ready");
        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(HEADER, row(ONE, "HWHASH-0001"), row(TWO, "HWHASH-0002")));
    }

    @Test
    void aRowThatFitsTwoDevicesIsNotWrittenAndFailsTheRun(@TempDir Path folder) throws IOException {
        SyntheticHash other = ONE.ek(2).uuid(UUID.fromString("12121212-3434-5656-7878-909090909090"));
        write(folder, "1.csv", file(HEADER, row(ONE, "HWHASH-0001"), row(other, "HWHASH-0001")));
        write(folder, "2.csv", file("Serial Number,Manufacturer,Model", "HWHASH-0001,Contoso,Book 3"));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "-o", "all.csv", "1.csv", "2.csv")
                .exits(21);

        assertThat(run.only("error", "device-unclear")).contains("2.csv:2", "1.csv:2", "1.csv:3");
        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(HEADER, row(ONE, "HWHASH-0001"), row(other, "HWHASH-0001")));
    }

    @Test
    void aRowThatTheFormatCannotHoldIsReported(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(PARTNER_HEADER, "HWHASH-0002,,,Contoso,Book 3", row(ONE, "HWHASH-0001") + ",,"));
        write(folder, "2.csv", file(HEADER, "Caf\u00E9-1,," + TWO.text()));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "-o", "all.csv", "1.csv", "2.csv")
                .exits(21);

        assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo(file(HEADER, row(ONE, "HWHASH-0001")));
        assertThat(run.messages("error", "row-not-written"))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("1.csv:2: ", "--format partner-center"))
                .anySatisfy(line -> assertThat(line).contains("2.csv:2: ", "U+00E9", "--encoding"));
    }

    @Test
    void inputsOfOneFormatKeepIt(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(PARTNER_HEADER, "HWHASH-0003,1234567890123,,Contoso,Book 3"));
        write(folder, "2.csv", file(PARTNER_HEADER, row(ONE, "HWHASH-0001") + ",,"));

        Hwhash.in(folder).run("merge", "-o", "all.csv", "1.csv", "2.csv").exits(0);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file(
                        PARTNER_HEADER,
                        "HWHASH-0003,1234567890123,,Contoso,Book 3",
                        row(ONE, "HWHASH-0001") + ",Contoso,Book 3"));
    }

    @Test
    void corporateIdentifiersStandOnTheNamesAlone(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(HEADER, row(ONE.ek(1), "HWHASH-0001"), row(ONE.ek(2), "HWHASH-0001")));
        write(folder, "2.csv", file("Contoso,Book 3,HWHASH-0001", "Contoso Inc.,Book 3,HWHASH-0004"));

        Hwhash.in(folder)
                .run("merge", "--format", "corporate-identifiers", "-o", "all.csv", "1.csv", "2.csv")
                .exits(0);

        assertThat(Files.readString(folder.resolve("all.csv")))
                .isEqualTo(file("Contoso,Book 3,HWHASH-0001", "Contoso Inc,Book 3,HWHASH-0004"));
    }

    @Test
    void theOutputIsWrittenInTheEncodingThatIsAskedFor(@TempDir Path folder) throws IOException {
        write(
                folder,
                "1.csv",
                file(HEADER + ",Group Tag", row(ONE, "HWHASH-0001") + ",Caf\u00E9")
                        .getBytes(Charset.forName("windows-1252")));

        Hwhash.in(folder)
                .run("merge", "--encoding", "utf-16le", "-o", "all.csv", "1.csv")
                .exits(0);

        assertThat(Files.readAllBytes(folder.resolve("all.csv")))
                .isEqualTo(("\uFEFF" + file(HEADER + ",Group Tag", row(ONE, "HWHASH-0001") + ",Caf\u00E9"))
                        .getBytes(UTF_16LE));
    }

    @Test
    void anOutputThatExistsIsReplacedOnlyWhenAsked(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(HEADER, row(ONE, "HWHASH-0001")));
        write(folder, "all.csv", "mine");

        Hwhash.in(folder).run("merge", "-o", "all.csv", "1.csv").exits(20).only("error", "output-exists");
        assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo("mine");

        Hwhash.in(folder).run("merge", "--overwrite", "-o", "all.csv", "1.csv").exits(0);
        assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo(file(HEADER, row(ONE, "HWHASH-0001")));
    }

    @Test
    void theOutputAmongTheInputsIsNotRead(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(HEADER, row(ONE, "HWHASH-0001")));
        write(folder, "all.csv", file(HEADER, row(TWO, "HWHASH-0002")));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "--overwrite", "-o", "all.csv", ".")
                .exits(0);

        run.only("note", "output-skipped");
        assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo(file(HEADER, row(ONE, "HWHASH-0001")));
    }

    @Test
    void aFileThatIsNamedAsInputIsNeverTheOutput(@TempDir Path folder) throws IOException {
        String mine = file(HEADER, row(TWO, "HWHASH-0002"));
        write(folder, "1.csv", file(HEADER, row(ONE, "HWHASH-0001")));
        write(folder, "all.csv", mine);

        Hwhash.in(folder)
                .run("merge", "--overwrite", "-o", "all.csv", "all.csv", "1.csv")
                .exits(10)
                .only("error", "output-is-input");
        assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo(mine);
    }

    @Test
    void mergingTheOutputAgainChangesNothing(@TempDir Path folder) throws IOException {
        write(
                folder,
                "1.csv",
                file(
                        HEADER + ",Group Tag",
                        row(LATE, "HWHASH-0001") + ",",
                        row(EARLY, "HWHASH-0001") + ",Kiosk",
                        row(TWO.ek(1), "HWHASH-0002") + ",",
                        row(TWO.ek(2), "HWHASH-0002") + ","));
        Hwhash.in(folder).run("merge", "-o", "all.csv", "1.csv").exits(0);

        Hwhash.in(folder).run("merge", "-o", "again.csv", "all.csv").exits(0);

        assertThat(Files.readAllBytes(folder.resolve("again.csv")))
                .isEqualTo(Files.readAllBytes(folder.resolve("all.csv")));
    }

    @Test
    void aFileThatCannotBeReadDoesNotStopTheOthers(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(HEADER, row(ONE, "HWHASH-0001")));
        write(folder, "program.exe", "MZ\0\0");
        write(folder, "empty.csv", "");

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "-o", "all.csv", "program.exe", "empty.csv", "missing.csv", "1.csv")
                .exits(21);

        assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo(file(HEADER, row(ONE, "HWHASH-0001")));
        assertThat(run.messages("error", "input-refused"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("program.exe"))
                .anySatisfy(line -> assertThat(line).contains("empty.csv", "empty"))
                .anySatisfy(line -> assertThat(line).contains("missing.csv", "no such file"));
    }

    @Test
    void withoutARowNothingIsWritten(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("stick"));
        write(folder, "header.csv", HEADER + "\r\n");

        Hwhash.in(folder).run("merge", "-o", "all.csv", "stick").exits(21).only("error", "no-row");
        HwhashRun header =
                Hwhash.in(folder).run("merge", "-o", "all.csv", "header.csv").exits(21);
        header.only("error", "no-row");
        header.only("warning", "input-without-rows");
        assertThat(folder.resolve("all.csv")).doesNotExist();
        Hwhash.in(folder).run("merge", "-o", "all.csv").exits(10);
        Hwhash.in(folder).run("merge", "stick").exits(10);
    }

    @Test
    void rowsThatSayTheSameAreCounted(@TempDir Path folder) throws IOException {
        write(folder, "1.csv", file(HEADER, row(ONE, "HWHASH-0001")));
        write(folder, "2.csv", file("Serial Number,Hardware Hash", "HWHASH-0001," + ONE.text()));

        HwhashRun run = Hwhash.in(folder)
                .run("merge", "--verbose", "-o", "all.csv", "1.csv", "2.csv")
                .exits(0);

        assertThat(run.only("detail", "row-duplicate")).contains("1.csv:2", "2.csv:2");
        assertThat(run.only("note", "rows-written")).contains("1 said the same as another");
    }
}
