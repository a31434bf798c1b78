// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static dev.hwhash.agent.Rows.AUTOPILOT;
import static dev.hwhash.agent.Rows.PARTNER;
import static dev.hwhash.agent.Rows.csv;
import static dev.hwhash.agent.Rows.hash;
import static dev.hwhash.agent.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code convert}: rows, inputs and outputs that cannot be. */
class ConvertRefusedIT {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeInput() throws IOException {
        Files.writeString(folder.resolve("in.csv"), Rows.autopilot(2));
    }

    @Test
    void rowsWithoutAHashAreNamedAndTheOthersWritten() throws IOException {
        write(csv(PARTNER, "HWHASH-0009,,,Contoso,Book 3", row(1) + ",Contoso,Book 3", ",0123456789012,,,"));
        HwhashRun run = convert("--format", "autopilot").exits(21);
        assertThat(run.messages("error", "row-not-written"))
                .hasSize(2)
                .allMatch(line -> line.contains("no hardware hash"))
                .anyMatch(line -> line.contains(" in.csv:2: not written: "))
                .anyMatch(line -> line.contains(" in.csv:4: not written: "));
        assertThat(folder.resolve("out.csv")).hasContent(csv(AUTOPILOT, row(1)));
        convert("--format", "partner-center", "--overwrite").exits(0);
        assertThat(folder.resolve("out.csv"))
                .hasContent(
                        csv(PARTNER, "HWHASH-0009,,,Contoso,Book 3", row(1) + ",Contoso,Book 3", ",0123456789012,,,"));
    }

    @Test
    void damagedHashesAreNamedByTheirMark() throws IOException {
        String damaged = SyntheticHash.of("HWHASH-0002").flipped(4000).text();
        write(csv(AUTOPILOT, row(1), "HWHASH-0002,," + damaged, "HWHASH-0003,," + hash(3).substring(0, 800)));
        HwhashRun run = convert().exits(21);
        assertThat(run.messages("error", "row-not-written"))
                .hasSize(2)
                .allMatch(line -> line.contains("the hardware hash is damaged: ") && line.contains("SHA-256 "));
        assertThat(folder.resolve("out.csv")).hasContent(csv(AUTOPILOT, row(1)));
    }

    @Test
    void valuesThatNobodyCanTellApartAreNotShifted() throws IOException {
        write(csv(PARTNER, row(1) + ",VMware, Inc.,VMware7", row(2) + ",Contoso,Book 3,,", row(3) + ",Contoso"));
        HwhashRun run = convert().exits(21);
        assertThat(run.only("error", "row-not-written"))
                .contains("in.csv:2: not written: it has 6 values in 5 columns");
        assertThat(folder.resolve("out.csv"))
                .hasContent(csv(PARTNER, row(2) + ",Contoso,Book 3", row(3) + ",Contoso,Book 3"));
        write("VMware, Inc.,VMware7,HWHASH-0001\r\nContoso,Book 3,HWHASH-0002\r\n");
        convert("--format", "corporate-identifiers", "--overwrite").exits(21).only("error", "row-not-written");
        assertThat(folder.resolve("out.csv")).hasContent("Contoso,Book 3,HWHASH-0002\r\n");
    }

    @Test
    void noRowAtAllMakesNoOutputAndSaysWhyOfEach() throws IOException {
        write(csv(AUTOPILOT));
        convert().exits(21).only("error", "no-row");
        write(csv(AUTOPILOT, "HWHASH-0001,,", "HWHASH-0002,,"));
        HwhashRun run = convert().exits(21);
        run.only("error", "no-row");
        assertThat(run.messages("error", "row-not-written")).hasSize(2);
        assertThat(Rows.names(folder)).containsExactly("in.csv");
    }

    @Test
    void manyRefusedRowsAreCounted() throws IOException {
        write(csv(AUTOPILOT, row(1)) + "HWHASH-0002,,\r\n".repeat(150));
        HwhashRun run = convert().exits(21);
        assertThat(run.messages("error", "row-not-written")).hasSize(100);
        assertThat(run.only("error", "rows-not-written")).contains("50 more rows");
    }

    @Test
    void anInputThatIsNoneIsRefused() throws IOException {
        for (String content : new String[] {"", "a,b\r\n1,2\r\n", "{\"a\":", "<html>", "MSCF"}) {
            write(content);
            assertThat(convert().exits(21).only("error", "input-refused")).contains("in.csv: ");
        }
        Files.delete(folder.resolve("in.csv"));
        assertThat(convert().exits(21).only("error", "input-refused")).contains("there is no such file");
        Files.createDirectory(folder.resolve("in.csv"));
        assertThat(convert().exits(21).only("error", "input-refused")).contains("it is a folder");
        assertThat(Rows.names(folder)).containsExactly("in.csv");
    }

    @Test
    void anInputThatBreaksOffLeavesNothing() throws IOException {
        write(Rows.autopilot(300) + "\"HWHASH-9999,,");
        assertThat(convert().exits(21).only("error", "input-refused")).contains("line 302 is never closed");
        write("{\"serialNumber\":\"HWHASH-0001\",\"hardwareHash\":\"" + hash(1) + "\"}\n{\"serialNumber\":\"HWH");
        assertThat(convert().exits(21).only("error", "input-refused")).contains("line 2 is not JSON");
        assertThat(Rows.names(folder)).containsExactly("in.csv");
        Files.writeString(folder.resolve("out.csv"), "old");
        convert("--overwrite").exits(21);
        assertThat(folder.resolve("out.csv")).hasContent("old");
    }

    @Test
    void anOutputThatExistsIsKeptUnlessToldOtherwise() throws IOException {
        Files.writeString(folder.resolve("out.csv"), "old");
        assertThat(convert().exits(20).only("error", "output-exists")).contains("out.csv", "--overwrite");
        assertThat(folder.resolve("out.csv")).hasContent("old");
        convert("--overwrite").exits(0);
        assertThat(folder.resolve("out.csv")).hasContent(Rows.autopilot(2));
        assertThat(Rows.names(folder)).containsExactly("in.csv", "out.csv");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs links")
    void theInputIsNeverTheOutputByWhateverName() throws IOException {
        Files.createLink(folder.resolve("hard.csv"), folder.resolve("in.csv"));
        Files.createSymbolicLink(folder.resolve("soft.csv"), Path.of("in.csv"));
        Files.writeString(folder.resolve("new.csv.hwhash-old"), Rows.autopilot(2));
        Files.writeString(folder.resolve("new.csv.hwhash-new"), Rows.autopilot(2));
        String[][] pairs = {
            {"in.csv", "in.csv"},
            {"in.csv", "./x/../in.csv"},
            {"in.csv", "hard.csv"},
            {"in.csv", "soft.csv"},
            {"soft.csv", "hard.csv"},
            {"new.csv.hwhash-old", "new.csv"},
            {"new.csv.hwhash-new", "./new.csv"}
        };
        Files.createDirectory(folder.resolve("x"));
        for (String[] pair : pairs) {
            Hwhash.in(folder)
                    .run("convert", pair[0], "-o", pair[1], "--overwrite")
                    .exits(10)
                    .only("error", "output-is-input");
            assertThat(folder.resolve(pair[0])).hasContent(Rows.autopilot(2));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs ulimit")
    void aFullDiskLeavesNoOutput() throws IOException {
        write(Rows.autopilot(20));
        HwhashRun run = Hwhash.in(folder)
                .wrappedBy("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh")
                .jvm("-XX:-UsePerfData")
                .run("convert", "in.csv", "-o", "out.csv")
                .exits(20);
        run.only("error", "output-disk-full");
        assertThat(Rows.names(folder)).containsExactly("in.csv");
    }

    @Test
    void wordsGoWhereTheyWereAskedFor() throws IOException {
        write(csv(AUTOPILOT + ",Group Tag", row(1) + ",Kiosk"));
        HwhashRun run = convert("--format", "managed-desktop", "--quiet", "--log-file", "x.log")
                .exits(0);
        assertThat(run.stderr()).isEmpty();
        assertThat(run.stdout()).isEmpty();
        assertThat(Files.readString(folder.resolve("x.log")))
                .contains("warning value-left-out: ", "note rows-written: wrote 1 row to out.csv")
                .doesNotContainPattern(HwhashRun.HASH_TEXT);
    }

    @Test
    void aCommandLineThatCannotBeIsUsage() {
        convertOnly("in.csv").exits(10);
        convertOnly("-o", "out.csv").exits(10);
        convertOnly("in.csv", "in.csv", "-o", "out.csv").exits(10);
        convertOnly("in.csv", "-o", "out.csv", "--format", "xml").exits(10);
        convertOnly("in.csv", "-o", "out.csv", "--encoding", "utf-7").exits(10);
        convertOnly("in.csv", "-o", "out.csv", "--input-encoding", "no such").exits(10);
        convertOnly("in.csv", "-o", "").exits(10);
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("in.csv"), content);
    }

    private HwhashRun convert(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "in.csv";
        all[1] = "-o";
        all[2] = "out.csv";
        System.arraycopy(more, 0, all, 3, more.length);
        return convertOnly(all);
    }

    private HwhashRun convertOnly(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "convert";
        System.arraycopy(args, 0, all, 1, args.length);
        return Hwhash.in(folder).run(all);
    }
}
