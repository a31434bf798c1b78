// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code hwhash check --fix}: the copy, and what keeps it from being made. */
class CheckFixIT {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final String GOOD =
            HEADER + "00123,," + SyntheticHash.of("00123").text() + "\r\n";
    private static final String EXCEL = GOOD.replace("\r\n00123", "\r\n123").replace(',', ';');

    @TempDir
    private Path folder;

    @Test
    void theCopyIsWhatItShouldHaveBeenAndEachChangeIsTold() throws IOException {
        HwhashRun run = fixed(EXCEL).exits(0);

        assertThat(folder.resolve("b.csv")).hasContent(GOOD);
        assertThat(run.stdoutBytes().lines())
                .containsExactly(
                        "a.csv:1: separator: fixed: the cells are separated by \";\"",
                        "a.csv:2: serial-mangled: fixed: the serial number is \"123\", but \"00123\" inside the"
                                + " hardware hash; now \"00123\"");
        assertThat(run.only("note", "file-ready")).contains("b.csv: 1 row, 1 device, 0 errors, 0 warnings");
    }

    @Test
    void changesInJsonHaveWhatTheyBecame() throws IOException {
        assertThat(fixed(EXCEL, "--json").exits(0).stdoutBytes())
                .contains("\"rule\":\"serial-mangled\",\"severity\":\"error\",\"fixed\":true,\"value\":\"123\","
                        + "\"becomes\":\"00123\"");
    }

    @Test
    void whatIsLeftDecidesHowTheRunEnds() throws IOException {
        HwhashRun run = fixed(EXCEL.replace(";;T0", ";;U0")).exits(21);

        assertThat(run.stdoutBytes()).contains(": separator: fixed: ", ": hash-not-a-hash: error: ");
        assertThat(run.only("error", "file-not-ready")).contains("b.csv: ", "1 error");
        assertThat(folder.resolve("b.csv")).exists();
    }

    @Test
    void anExistingFileIsReplacedOnlyWhenToldTo() throws IOException {
        Files.writeString(folder.resolve("b.csv"), "mine");
        assertThat(fixed(EXCEL).exits(20).only("error", "output-exists")).contains("--overwrite");
        assertThat(folder.resolve("b.csv")).hasContent("mine");

        fixed(EXCEL, "--overwrite").exits(0);
        assertThat(folder.resolve("b.csv")).hasContent(GOOD);
    }

    @Test
    void anInputIsNeverWrittenTo() throws IOException {
        Files.writeString(folder.resolve("a.csv"), EXCEL);
        Hwhash.in(folder)
                .run("check", "a.csv", "--fix", "--overwrite", "-o", "./a.csv")
                .exits(10)
                .only("error", "output-is-input");

        assertThat(folder.resolve("a.csv")).hasContent(EXCEL);
    }

    @Test
    void optionsThatDoNotFitAreAWrongCommandLine() throws IOException {
        Files.writeString(folder.resolve("a.csv"), GOOD);
        Files.writeString(folder.resolve("b.csv"), GOOD);
        for (String line : new String[] {
            "check a.csv --fix", "check a.csv -o c.csv", "check a.csv b.csv --fix -o c.csv", "check a.csv --for nobody"
        }) {
            HwhashRun run = Hwhash.in(folder).run(line.split(" ")).exits(10);
            assertThat(run.count("error")).isEqualTo(1);
            assertThat(run.stdout()).isEmpty();
        }
        assertThat(folder.resolve("c.csv")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, ansi is the code page of the machine")
    void theCopyIsAnsiAndWhatThatLacksIsRefusedWithItsLine() throws IOException {
        String tagged = GOOD.replace("Hash\r\n", "Hash,Group Tag\r\n").stripTrailing();
        fixed(tagged + ",Gr\u00f6\u00dfe\r\n").exits(0);
        assertThat(Files.readAllBytes(folder.resolve("b.csv")))
                .isEqualTo((tagged + ",Gr\u00f6\u00dfe\r\n").getBytes(Charset.forName("windows-1252")));

        HwhashRun run =
                fixed(tagged + ",\u0141\u00f3d\u017a\r\n", "--overwrite").exits(21);
        assertThat(run.only("error", "value-not-writable")).contains("a.csv: line 2 holds \\u0141");
        assertThat(new String(Files.readAllBytes(folder.resolve("b.csv")), StandardCharsets.ISO_8859_1))
                .contains("Gr\u00f6");
    }

    @Test
    void aFileWithoutARowHasNoCopy() throws IOException {
        assertThat(fixed(HEADER).exits(21).stdoutBytes()).contains("a.csv:1: no-rows: error: ");
        assertThat(folder.resolve("b.csv")).doesNotExist();
    }

    private HwhashRun fixed(String text, String... more) throws IOException {
        Files.writeString(folder.resolve("a.csv"), text);
        String[] line = new String[5 + more.length];
        System.arraycopy(new String[] {"check", "a.csv", "--fix", "-o", "b.csv"}, 0, line, 0, 5);
        System.arraycopy(more, 0, line, 5, more.length);
        return Hwhash.in(folder).run(line);
    }
}
