// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.hash.SyntheticPcs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hwhash decode} from each place where a hash may stand, intact and damaged. */
class DecodeIT {

    private static final String HASH = SyntheticPcs.laptop().text();
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";

    @Test
    void aHashIsShownWithItsVerdictFirst(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH);

        HwhashRun run = Hwhash.in(folder).run("decode", "hash.txt").exits(0);

        assertThat(run.stderr()).isEmpty();
        List<String> lines = run.stdoutBytes().lines().toList();
        assertThat(lines.get(0)).matches("hash\\.txt \\(4000 characters, SHA-256 [0-9a-f]{8}\\)");
        assertThat(lines.subList(1, 4))
                .containsExactly("", "CHECKSUM HOLDS", "TPM DATA: YES (self-deploying mode possible)");
        assertThat(lines)
                .contains(
                        "  ToolVersion: 9",
                        "  OsBuild: 10.0.26200.4351",
                        "  OsLocalTime: 2026-01-15T11:00:00+01:00",
                        "  TotalPhysicalRAM: 16 GiB",
                        "  StorageBusType: 17 (NVMe)",
                        "  MacAddress: 02:00:00:00:00:02",
                        "  DisplayResolutionHorizontal: 1920 pixels",
                        "  SmbiosSystemSerialNumber: HWHASH-0001",
                        "  ProductKeyID: 0000000000017",
                        "  ekPubHashMatchesTpmEkPub: yes",
                        "  why: is of a type that is not known");
        assertNoHashText(run);
    }

    @Test
    void everyPlaceOfAHashGivesTheSame(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("hash.txt"), ("\uFEFF" + HASH.replaceAll("(.{76})", "$1\r\n")).getBytes(UTF_16LE));
        Files.writeString(folder.resolve("OA3.xml"), "<Key><HardwareHash>" + HASH + "</HardwareHash></Key>");
        Files.writeString(folder.resolve("pcs.csv"), HEADER + "HWHASH-0001,," + HASH + "\r\n");
        Files.writeString(folder.resolve("pcs.json"), "{\"schemaVersion\":1,\"hardwareHash\":\"" + HASH + "\"}\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("report.zip")))) {
            zip.putNextEntry(new ZipEntry("DeviceHash_DESKTOP-HWHASH.csv"));
            zip.write((HEADER + "HWHASH-0001,," + HASH + "\r\n").getBytes(UTF_8));
        }
        String expected = content(Hwhash.in(folder).run("decode", HASH, "--json"));

        assertThat(expected).startsWith("\"verdict\":{\"intact\":true,\"checksum\":\"holds\",\"tpmData\":true,");
        for (String file : List.of("hash.txt", "OA3.xml", "pcs.csv", "pcs.json", "report.zip")) {
            assertThat(content(Hwhash.in(folder).run("decode", "--json", file)))
                    .as(file)
                    .isEqualTo(expected);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it needs a POSIX shell")
    void stdinMayBeAPipe(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH + "\n");

        HwhashRun run = Hwhash.in(folder)
                .wrappedBy("sh", "-c", "cat hash.txt | \"$@\"", "sh")
                .run("decode", "-")
                .exits(0);

        assertThat(run.stdoutBytes()).startsWith("stdin (4000 characters, ");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it needs a POSIX shell")
    void stdinMayHoldWhatAFileMay(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH + "\n");
        Files.writeString(folder.resolve("pcs.csv"), HEADER + "HWHASH-0001,," + HASH + "\r\n");

        HwhashRun bare =
                Hwhash.in(folder).redirected("< hash.txt").run("decode", "-").exits(0);
        HwhashRun rows =
                Hwhash.in(folder).redirected("< pcs.csv").run("decode", "-").exits(0);

        assertThat(bare.stdoutBytes()).startsWith("stdin (4000 characters, ");
        assertThat(rows.stdoutBytes()).startsWith("stdin:2 (4000 characters, ");
    }

    @Test
    void stdinThatNeverEndsEndsWithTheDeadline(@TempDir Path folder) {
        HwhashRun run = Hwhash.in(folder)
                .stdinNeverEnds()
                .run("decode", "-", "--timeout", "1")
                .exits(21);

        assertThat(run.only("error", "input-timeout")).contains("stdin was read");
    }

    @Test
    void emptyStdinHoldsNoHash(@TempDir Path folder) {
        HwhashRun run = Hwhash.in(folder).run("decode", "-").exits(21);

        assertThat(run.only("error", "input-refused")).contains("stdin: ");
    }

    @Test
    void eachRowOfAFileIsDecodedThoughOneIsDamaged(@TempDir Path folder) throws IOException {
        SyntheticHash second = SyntheticHash.of("HWHASH-0002");
        Files.writeString(
                folder.resolve("pcs.csv"),
                HEADER + "HWHASH-0001,," + HASH + "\r\nHWHASH-0002,,"
                        + second.flipped(8 * (second.total() - 1)).text() + "\r\nHWHASH-0003,,\r\nHWHASH-0004,,"
                        + SyntheticHash.of("HWHASH-0004").text() + "\r\n");

        HwhashRun run = Hwhash.in(folder).run("decode", "pcs.csv", "--json").exits(21);

        List<String> lines = run.stdoutBytes().lines().toList();
        assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("{\"source\":\"pcs.csv:") && line.endsWith("}"));
        assertThat(lines.get(1)).contains("\"checksum\":\"wrong\",\"damage\":\"checksum\"", "\"HWHASH-0002\"");
        assertThat(run.only("error", "hash-damaged")).contains("pcs.csv:3: ", "its checksum does not match");
        assertThat(run.only("warning", "hash-missing")).contains("pcs.csv:4: ");
        assertNoHashText(run);
    }

    @Test
    void aCutHashIsShownAsFarAsItGoes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH.substring(0, 900));

        HwhashRun run = Hwhash.in(folder).run("decode", "hash.txt").exits(21);

        assertThat(run.stdoutBytes()).contains("DAMAGED: CUT", "  ProcessorManufacturer: GenuineIntel");
        assertThat(run.stdoutBytes())
                .containsPattern("breaksAtByte: [0-9]+")
                .contains("breakReason: a record of type ");
        assertThat(run.only("error", "hash-damaged")).contains("900 characters, SHA-256 ");
    }

    @Test
    void aWrongCharacterIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH.substring(0, 1000) + "," + HASH.substring(1001));

        HwhashRun run = Hwhash.in(folder).run("decode", "hash.txt").exits(21);

        assertThat(run.stdoutBytes())
                .contains("DAMAGED: NOT BASE64", "  breaksAtCharacter: 1001", "U+002C", "  ToolVersion: 9");
        assertNoHashText(run);
    }

    @Test
    void theVerdictNamesWhatCounts(@TempDir Path folder) {
        assertThat(verdict(folder, SyntheticPcs.winPe().text()))
                .contains("MADE IN WINPE", "TPM DATA: NO (self-deploying mode and pre-provisioning will fail)");
        assertThat(verdict(folder, SyntheticPcs.hyperV().text())).contains("VIRTUAL MACHINE (Hyper-V)");
        assertThat(verdict(folder, SyntheticHash.of("To be filled by O.E.M.").text()))
                .contains("PLACEHOLDER SERIAL NUMBER");
        assertThat(verdict(folder, SyntheticHash.of("").text())).contains("NO SERIAL NUMBER");
        assertThat(verdict(
                        folder,
                        SyntheticHash.of("HWHASH-0001").withoutChecksum().text()))
                .contains("NO CHECKSUM");
        assertThat(verdict(
                        folder,
                        SyntheticHash.of("HWHASH-0001")
                                .toolVersion(10)
                                .flipped(8 * 40)
                                .text()))
                .contains("CHECKSUM NOT TESTED");
    }

    @Test
    void valuesThatAreNoAsciiAreEscaped(@TempDir Path folder) {
        String hash = SyntheticHash.of("HWHASH-\u00E9\u0007").text();

        HwhashRun text = Hwhash.in(folder).run("decode", hash).exits(0);
        HwhashRun json = Hwhash.in(folder).run("decode", hash, "--json").exits(0);

        assertThat(text.stdoutBytes()).contains("SmbiosSystemSerialNumber: HWHASH-\\u00E9\\u0007");
        assertThat(json.stdoutBytes()).contains("\"SmbiosSystemSerialNumber\":\"HWHASH-\\u00E9\\u0007\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.txt", "empty.txt", ".", "text.txt"})
    void whatHoldsNoHashIsRefused(String name, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("empty.txt"), "");
        Files.writeString(folder.resolve("text.txt"), "nothing of the kind\n");

        HwhashRun run = Hwhash.in(folder).run("decode", name).exits(21);

        assertThat(run.stdout()).isEmpty();
        assertThat(run.only("error", "input-refused")).contains(name + ": ");
    }

    @Test
    void aCommandLineWithoutOneInputIsRefused(@TempDir Path folder) {
        assertThat(Hwhash.in(folder).run("decode").exits(10).only("error", "command-line"))
                .contains("FILE|HASH|-", "hwhash decode --help");
        Hwhash.in(folder).run("decode", "a", "b").exits(10).only("error", "command-line");
        Hwhash.in(folder).run("decode", " ").exits(10).only("error", "option-value");
        Hwhash.in(folder).run("decode", "a", "--timeout", "0").exits(10);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it needs /dev/full")
    void stdoutThatTakesNothingIsNoSuccess(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH);

        HwhashRun run = Hwhash.in(folder)
                .redirected("> /dev/full")
                .run("decode", "hash.txt")
                .exits(20);

        run.only("error", "stdout-not-written");
    }

    private static String verdict(Path folder, String hash) {
        String text = Hwhash.in(folder).run("decode", hash).exits(0).stdoutBytes();
        return text.substring(0, text.indexOf("Envelope"));
    }

    /** The object without source and mark, which differ from place to place. */
    private static String content(HwhashRun run) {
        String line = run.exits(0).stdoutBytes();
        assertThat(line.lines()).hasSize(1);
        return line.substring(line.indexOf("\"verdict\""));
    }

    private static void assertNoHashText(HwhashRun run) {
        assertThat(HwhashRun.HASH_TEXT.matcher(run.stdoutBytes()).find()).isFalse();
    }
}
