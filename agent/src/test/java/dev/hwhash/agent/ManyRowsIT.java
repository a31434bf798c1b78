// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that do not fit into the memory, and the line that tells how far a long run is. */
class ManyRowsIT {

    private static final String HEAP = "-Xmx24m";
    private static final String TUPLES = "Device Serial Number,Manufacturer name,Device model";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void filesThatNoHeapHoldsAreConvertedAndSplit() throws IOException {
        write(Rows.AUTOPILOT, Rows.row(1), 12_000);
        long size = Files.size(folder.resolve("in.csv"));
        Hwhash.in(folder)
                .jvm(HEAP, "-XX:ActiveProcessorCount=64")
                .run("convert", "in.csv", "-o", "out.csv")
                .exits(0);
        assertThat(folder.resolve("out.csv")).hasSize(size);
        run("convert", "in.csv", "-o", "out.json", "--format", "json").exits(0);
        run("convert", "out.json", "-o", "out.csv", "--format", "autopilot", "--overwrite")
                .exits(0);
        assertThat(folder.resolve("out.csv")).hasSize(size);
        Files.delete(folder.resolve("out.json"));
        run("split", "in.csv", "-o", ".", "--rows", "11000").exits(0);
        assertThat(Files.size(folder.resolve("in-001.csv")) + Files.size(folder.resolve("in-002.csv")))
                .isEqualTo(size + Rows.AUTOPILOT.length() + 2);
    }

    /** So many rows that a few words kept of each would fill the heap. */
    @Test
    void memoryDoesNotGrowWithRows() throws IOException {
        int rows = 1_000_000;
        write(TUPLES, "HWHASH-0001,Contoso,Book 3", rows);
        HwhashRun run = run("convert", "in.csv", "-o", "out.csv").exits(0);
        assertThat(run.only("note", "rows-written")).contains("wrote " + rows + " rows");
        write(TUPLES, "HWHASH-0001,,Book 3", rows);
        HwhashRun refused = run("convert", "in.csv", "-o", "no.csv").exits(21);
        assertThat(refused.only("error", "rows-not-written")).contains((rows - 100) + " more rows");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs script(1)")
    void aTerminalShowsHowFarALongRunIsAndNothingElseDoes() throws IOException {
        write(Rows.AUTOPILOT, Rows.row(1), 1_500);
        // Interpreted, the run takes seconds on any machine.
        HwhashRun file = Hwhash.in(folder)
                .jvm("-Xint")
                .run("convert", "in.csv", "-o", "out.csv", "--format", "managed-desktop")
                .exits(0);
        assertThat(file.lines()).hasSize(1);
        HwhashRun quiet = onTerminal("--quiet").exits(0);
        assertThat(quiet.stdoutBytes()).isEmpty();
        String screen = onTerminal().exits(0).stdoutBytes();
        assertThat(screen).contains("\rconverting [#").contains(" rows, ").contains("-] ");
        List<String> lines = screen.lines().toList();
        assertThat(Stream.of(screen.split("\r?\n")).map(ManyRowsIT::seen))
                .as(String.valueOf(lines))
                .containsExactly("hwhash: note rows-written: wrote 1500 rows to out.csv as managed-desktop");
    }

    /** What a terminal shows of a line in the end: each carriage return writes over what stands there. */
    private static String seen(String line) {
        StringBuilder shown = new StringBuilder();
        for (String piece : line.split("\r", -1)) {
            shown.replace(0, Math.min(piece.length(), shown.length()), piece);
        }
        return shown.toString().stripTrailing();
    }

    private HwhashRun onTerminal(String... more) {
        String[] all = new String[more.length + 7];
        List<String> start =
                List.of("convert", "in.csv", "-o", "out.csv", "--overwrite", "--format", "managed-desktop");
        start.toArray(all);
        System.arraycopy(more, 0, all, start.size(), more.length);
        return Hwhash.in(folder)
                .wrappedBy("bash", "-c", "printf -v all '%q ' \"$@\"; exec script -qec \"$all\" /dev/null", "bash")
                .jvm("-Xint")
                .stdinNeverEnds()
                .run(all);
    }

    private HwhashRun run(String... args) {
        return Hwhash.in(folder).jvm(HEAP).run(args);
    }

    private void write(String header, String row, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("in.csv"), StandardCharsets.US_ASCII)) {
            out.write(header + "\r\n");
            for (int i = 0; i < rows; i++) {
                out.write(row + "\r\n");
            }
        }
    }
}
