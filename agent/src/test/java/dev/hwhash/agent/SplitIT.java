// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static dev.hwhash.agent.Rows.AUTOPILOT;
import static dev.hwhash.agent.Rows.csv;
import static dev.hwhash.agent.Rows.hash;
import static dev.hwhash.agent.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code split}: parts that an importer takes, all of one run or none. */
class SplitIT {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeInput() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("pcs.csv"), Rows.autopilot(5));
    }

    @Test
    void eachPartHasTheHeaderAndTheLastOneTheRest() throws IOException {
        HwhashRun run = split("--rows", "2").exits(0);
        assertThat(run.only("note", "rows-written")).contains("wrote 5 rows to 3 files in out", "pcs-003.csv");
        assertParts("pcs-001.csv", "pcs-002.csv", "pcs-003.csv");
        assertThat(part(1)).hasContent(csv(AUTOPILOT, row(1), row(2)));
        assertThat(part(2)).hasContent(csv(AUTOPILOT, row(3), row(4)));
        assertThat(part(3)).hasContent(csv(AUTOPILOT, row(5)));
    }

    @Test
    void fiveHundredRowsAreAPartUnlessToldOtherwise() throws IOException {
        String row = row(1) + "\r\n";
        Files.writeString(folder.resolve("pcs.csv"), AUTOPILOT + "\r\n" + row.repeat(1000));
        split().exits(0);
        assertParts("pcs-001.csv", "pcs-002.csv");
        assertThat(part(2)).hasContent(AUTOPILOT + "\r\n" + row.repeat(500));
    }

    @Test
    void allPartsHaveTheColumnsThatAnyRowNeeds() throws IOException {
        Files.writeString(
                folder.resolve("pcs.csv"),
                csv(
                        "Hardware Hash,Serial Number,Group Tag",
                        hash(1) + ",HWHASH-0001,",
                        hash(2) + ",HWHASH-0002,Kiosk"));
        split("--rows", "1").exits(0);
        assertThat(part(1)).hasContent(csv(AUTOPILOT + ",Group Tag", row(1) + ","));
        assertThat(part(2)).hasContent(csv(AUTOPILOT + ",Group Tag", row(2) + ",Kiosk"));
    }

    @Test
    void formatAndEncodingAreThoseAskedFor() throws IOException {
        split("--rows", "3", "--format", "corporate-identifiers", "--encoding", "utf-8-bom")
                .exits(0);
        assertThat(part(2)).hasContent("\uFEFFContoso,Book 3,HWHASH-0004\r\nContoso,Book 3,HWHASH-0005\r\n");
        split("--rows", "4", "--format", "json").exits(0);
        assertThat(Files.readAllLines(folder.resolve("out/pcs-001.json"))).hasSize(4);
        assertParts("pcs-001.csv", "pcs-001.json", "pcs-002.csv", "pcs-002.json");
    }

    @Test
    void rowsThatAreRefusedTakeNoPlace() throws IOException {
        Files.writeString(
                folder.resolve("pcs.csv"), csv(AUTOPILOT, "HWHASH-0009,,", row(1), "HWHASH-0008,,", row(2), row(3)));
        HwhashRun run = split("--rows", "2").exits(21);
        assertThat(run.messages("error", "row-not-written")).hasSize(2);
        assertThat(part(1)).hasContent(csv(AUTOPILOT, row(1), row(2)));
        assertThat(part(2)).hasContent(csv(AUTOPILOT, row(3)));
    }

    @Test
    void partsOfAnEarlierRunAreRefusedOrRemoved() throws IOException {
        split("--rows", "1").exits(0);
        assertThat(split("--rows", "2").exits(20).only("error", "output-exists"))
                .contains("pcs-001.csv");
        assertThat(part(5)).hasContent(csv(AUTOPILOT, row(5)));
        Files.writeString(folder.resolve("out/pcs-mine.csv"), "mine");
        Files.writeString(folder.resolve("out/pcs-0001.csv.bak"), "mine");
        split("--rows", "3", "--overwrite").exits(0);
        assertParts("pcs-0001.csv.bak", "pcs-001.csv", "pcs-002.csv", "pcs-mine.csv");
        assertThat(part(1)).hasContent(csv(AUTOPILOT, row(1), row(2), row(3)));
    }

    @Test
    void aSinglePartOfAnEarlierRunIsEnoughToRefuse() throws IOException {
        for (String earlier : new String[] {"pcs-007.csv", "pcs-002.csv.hwhash-old", "pcs-1000.csv"}) {
            Files.writeString(folder.resolve("out").resolve(earlier), "old");
            assertThat(split("--rows", "2").exits(20).only("error", "output-exists"))
                    .contains(earlier);
            assertParts(earlier);
            split("--rows", "5", "--overwrite").exits(0);
            assertParts("pcs-001.csv");
            Files.delete(part(1));
        }
    }

    @Test
    void withoutARowNothingIsWrittenAndTheEarlierRunStays() throws IOException {
        split("--rows", "3").exits(0);
        Files.writeString(folder.resolve("pcs.csv"), csv(AUTOPILOT, "HWHASH-0009,,"));
        HwhashRun run = split("--rows", "3", "--overwrite").exits(21);
        run.only("error", "no-row");
        run.only("error", "row-not-written");
        assertParts("pcs-001.csv", "pcs-002.csv");
    }

    @Test
    void anInputThatBreaksOffLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("pcs.csv"), Rows.autopilot(300) + "\"HWHASH-9999");
        assertThat(split("--rows", "10").exits(21).only("error", "input-refused"))
                .contains("pcs.csv: the quote that opens on line 302");
        assertParts();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs ulimit")
    void aPartThatCannotBeWrittenTakesTheOthersBack() throws IOException {
        // The second part is larger than a file may become here.
        Files.writeString(
                folder.resolve("pcs.csv"),
                csv("Serial Number,Model,Manufacturer", "HWHASH-0001,a,b", "HWHASH-0002," + "x".repeat(99_000) + ",b"));
        HwhashRun run = Hwhash.in(folder)
                .wrappedBy("sh", "-c", "ulimit -f 64; exec \"$@\"", "sh")
                .jvm("-XX:-UsePerfData")
                .run("split", "pcs.csv", "-o", "out", "--rows", "1", "--format", "partner-center", "--overwrite")
                .exits(20);
        assertThat(run.only("error", "output-disk-full")).contains("pcs-002.csv");
        assertThat(run.only("note", "parts-removed")).contains("removed 1 part written before");
        assertParts();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs links")
    void theInputIsNeverAPartByWhateverName() throws IOException {
        Path real = Files.move(folder.resolve("pcs.csv"), folder.resolve("out/pcs-002.csv"));
        Files.createSymbolicLink(folder.resolve("pcs.csv"), Path.of("out/pcs-002.csv"));
        split("--rows", "1", "--overwrite").exits(10).only("error", "output-is-input");
        assertThat(real).hasContent(Rows.autopilot(5));
        assertParts("pcs-002.csv");
    }

    @Test
    void aFolderHasToBeThere() throws IOException {
        HwhashRun run =
                Hwhash.in(folder).run("split", "pcs.csv", "-o", "nowhere").exits(20);
        assertThat(run.only("error", "output-folder-missing")).contains("nowhere");
        assertThat(folder.resolve("nowhere")).doesNotExist();
        Hwhash.in(folder).run("split", "pcs.csv", "-o", "pcs.csv").exits(20).only("error", "output-folder-missing");
    }

    @Test
    void aNumberOfRowsThatMakesNoPartIsUsage() {
        for (String rows : new String[] {"0", "-5", "many", "99999999999"}) {
            split("--rows", rows).exits(10);
        }
    }

    @Test
    void theInputsOwnFolderIsAsGoodAsAnother() throws IOException {
        Hwhash.in(folder).run("split", "pcs.csv", "-o", ".", "--rows", "3").exits(0);
        assertThat(Rows.names(folder)).containsExactly("out", "pcs-001.csv", "pcs-002.csv", "pcs.csv");
    }

    private Path part(int number) {
        return folder.resolve(String.format("out/pcs-%03d.csv", number));
    }

    private void assertParts(String... names) throws IOException {
        assertThat(Rows.names(folder.resolve("out"))).containsExactly(names);
    }

    private HwhashRun split(String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "split";
        all[1] = "pcs.csv";
        all[2] = "-o";
        all[3] = "out";
        System.arraycopy(more, 0, all, 4, more.length);
        return Hwhash.in(folder).run(all);
    }
}
