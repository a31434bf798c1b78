// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Values in each encoding, and those that a file cannot hold. */
class EncodingsIT {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();
    private static final String TEXT =
            "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\nHWHASH-0001,," + HASH + ",Größe\r\n";

    @Test
    void groupTagIsWrittenInEachEncodingThatHasItsCharacters(@TempDir Path folder) throws IOException {
        capture(folder, "Gr\\u00f6\\u00dfe");
        assertThat(written(folder, "utf-8")).isEqualTo(TEXT.getBytes(UTF_8));
        assertThat(written(folder, "utf-8-bom")).isEqualTo(("\uFEFF" + TEXT).getBytes(UTF_8));
        assertThat(written(folder, "UTF-16LE")).isEqualTo(("\uFEFF" + TEXT).getBytes(UTF_16LE));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, ansi is the code page of the machine")
    void ansiIsWindows1252WhereThereIsNoCodePage(@TempDir Path folder) throws IOException {
        capture(folder, "Gr\\u00f6\\u00dfe");
        assertThat(written(folder, "ansi")).isEqualTo(TEXT.getBytes(Charset.forName("windows-1252")));
        capture(folder, "\\u0141");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "pc.json", "--encoding", "ansi")
                .exits(14);
        assertThat(run.only("error", "value-not-writable")).contains("group tag", "U+0141", "ansi");
    }

    @Test
    void characterThatAsciiLacksIsRefusedByNameWhereverItCameFrom(@TempDir Path folder) throws IOException {
        capture(folder, "Gr\\u00f6\\u00dfe");
        HwhashRun captured =
                Hwhash.in(folder).run("collect", "--from", "pc.json").exits(14);
        assertThat(captured.stdout()).isEmpty();
        assertThat(captured.only("error", "value-not-writable"))
                .contains("HWHASH-0001: the group tag holds U+00F6, which the encoding ascii lacks");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell")
    void characterThatAsciiLacksInAnArgumentIsAWrongCommandLine(@TempDir Path folder) throws IOException {
        capture(folder, "");
        HwhashRun given = Hwhash.in(folder)
                .redirected("\"$(printf 'Gr\\303\\266\\303\\237e')\"")
                .run("collect", "--from", "pc.json", "--group-tag")
                .exits(10);
        assertThat(given.stdout()).isEmpty();
        assertThat(given.only("error", "value-not-writable")).contains("the group tag holds U+00F6");
        HwhashRun utf8 = Hwhash.in(folder)
                .redirected("\"$(printf 'Gr\\303\\266\\303\\237e')\"")
                .run("collect", "--from", "pc.json", "--encoding", "utf-8", "--group-tag")
                .exits(0);
        assertThat(utf8.stdout()).isEqualTo(TEXT.getBytes(UTF_8));
    }

    @Test
    void valueThatWouldShiftColumnsIsRefusedByName(@TempDir Path folder) throws IOException {
        capture(folder, "");
        for (String tag : new String[] {"a,b", "a\"b", "a\r\nb", "a\tb"}) {
            HwhashRun run = Hwhash.in(folder)
                    .run("collect", "--from", "pc.json", "--group-tag", tag, "-o", "new.csv")
                    .exits(10);
            assertThat(run.only("error", "value-not-writable")).contains("the group tag holds ");
        }
        assertThat(folder.resolve("new.csv")).doesNotExist();
        assertThat(folder.resolve("new.csv.lock")).doesNotExist();
    }

    @Test
    void nearMissOfAManagedDesktopTagIsNamedBeforeTheCommaIsRefused(@TempDir Path folder) throws IOException {
        capture(folder, "");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "pc.json", "--group-tag", "microsoft365managed_autopilot,")
                .exits(10);
        assertThat(run.lines())
                .satisfiesExactly(
                        warning -> assertThat(warning)
                                .startsWith("hwhash: warning group-tag-misspelt: ")
                                .contains("; Microsoft365Managed_Autopilot is"),
                        error -> assertThat(error).startsWith("hwhash: error value-not-writable: "));
    }

    @Test
    void unknownNamesOfFormatAndEncodingListTheKnownOnes(@TempDir Path folder) throws IOException {
        capture(folder, "");
        HwhashRun encoding = Hwhash.in(folder)
                .run("collect", "--from", "pc.json", "--encoding", "utf-16be")
                .exits(10);
        assertThat(encoding.only("error", "option-value")).contains("ascii, ansi, utf-8, utf-8-bom or utf-16le");
        HwhashRun format = Hwhash.in(folder)
                .run("collect", "--from", "pc.json", "--format", "intune")
                .exits(10);
        assertThat(format.only("error", "option-value"))
                .contains("autopilot, partner-center, managed-desktop, corporate-identifiers or json");
    }

    private static void capture(Path folder, String groupTag) throws IOException {
        Files.writeString(
                folder.resolve("pc.json"),
                "{\"schemaVersion\":1,\"hardwareHash\":\"" + HASH + "\",\"groupTag\":\"" + groupTag + "\"}");
    }

    private static byte[] written(Path folder, String encoding) {
        return Hwhash.in(folder)
                .run("collect", "--from", "pc.json", "--encoding", encoding)
                .exits(0)
                .stdout();
    }
}
