// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, by a limit on the size of the command's files: nothing half is left in the outbox. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs ulimit")
class UploadDiskFullIT {

    private static final String HEADER =
            "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\n";
    private static final int BLOCK = 512;
    /** Too little for any content, enough for the test's own file of what the command says. */
    private static final int WORDS_ONLY = 4;
    /** The row of a device just fits, its report does not. */
    private static final int ROW_AND_NO_REPORT = 8;

    private static final int ROW_AND_REPORT = 12;

    @TempDir
    private Path folder;

    private final ServiceDouble service = ServiceDouble.start();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("my.secret"), "service = " + service.url() + "\ntoken = HWT-0123456789\n");
        Files.writeString(folder.resolve("one.txt"), hash("HWHASH-0001"));
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void rowIsWrittenThoughTheReportIsNot() throws IOException {
        HwhashRun run = collect(ROW_AND_NO_REPORT).exits(20);

        assertThat(run.only("error", "outbox-not-written")).contains("outbox", "File too large", "free as much space");
        assertThat(folder.resolve("x.csv")).content().contains("HWHASH-0001,");
        assertThat(names("outbox")).isSubsetOf("outbox.lock");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void noLimitLeavesHalfAFileAnywhere() throws IOException {
        int runs = 0;
        int rows = 0;
        for (int blocks = WORDS_ONLY; blocks <= ROW_AND_REPORT; blocks += FaultCount.of(4, 1)) {
            int delivered = service.seen().size();
            HwhashRun run = collect(blocks);
            runs++;
            int row = Files.exists(folder.resolve("x.csv")) ? 1 : 0;
            int report = service.seen().size() - delivered;
            assertThat(run.count("error")).as(run.toString()).isEqualTo(2 - row - report);
            run.exits(row + report == 2 ? 0 : 20);
            if (row == 1) {
                assertThat(folder.resolve("x.csv")).content().endsWith("\r\n").hasSizeGreaterThan(4000);
            }
            assertThat(names("outbox")).as(run.toString()).isSubsetOf("outbox.lock", "drain.lock", "last.json");
            assertThat(names("")).noneMatch(name -> name.contains(".hwhash-"));
            rows += row;
            Files.deleteIfExists(folder.resolve("x.csv"));
        }
        int delivered = service.seen().size();
        System.out.println("agent's disk full: " + runs + " limits, " + rows + " rows written, " + delivered
                + " reports delivered, " + (runs - delivered) + " runs ended with 20, nothing half left");
        assertThat(rows).isBetween(delivered + 1, runs - 1);
        assertThat(delivered).isPositive();
    }

    @Test
    void batchOfRowsIsTakenWholeOrNotAtAllAndTheRunTellsWhereToGoOn() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 300; i++) {
            String model = i == 290 ? "x".repeat(ROW_AND_REPORT * BLOCK) : "Book 3";
            String serial = "HWHASH-" + i;
            rows.append(serial)
                    .append(",,")
                    .append(hash(serial))
                    .append(",Contoso,")
                    .append(model);
            rows.append("\r\n");
        }
        Files.writeString(folder.resolve("pcs.csv"), rows);

        HwhashRun run = limited(ROW_AND_REPORT, "upload", "pcs.csv").exits(20);

        assertThat(run.only("error", "outbox-not-written"))
                .contains("File too large", "256 rows are in it, the row ", "pcs.csv:258 and what follows it are not");
        assertThat(names("outbox")).filteredOn(name -> name.endsWith(".report")).hasSize(256);
        assertThat(names("outbox")).noneMatch(name -> name.contains(".hwhash-"));
        assertThat(service.seen()).isEmpty();

        Hwhash.in(folder)
                .run("upload", "--outbox", "outbox", "--secret-file", "my.secret")
                .exits(0);
        assertThat(service.seen()).hasSize(256);
        System.out.println("agent's disk full in the second of two batches: 256 of 300 rows in the outbox, delivered");
    }

    private HwhashRun collect(int blocks) {
        return limited(blocks, "collect", "--from", "one.txt", "--upload", service.url(), "-o", "x.csv");
    }

    private HwhashRun limited(int blocks, String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--outbox", "outbox", "--secret-file", "my.secret"));
        return Hwhash.in(folder)
                .wrappedBy("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh")
                .jvm("-XX:-UsePerfData")
                .run(words.toArray(new String[0]));
    }

    private List<String> names(String of) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(of))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static String hash(String serial) {
        return SyntheticHash.of(serial).manufacturer("Contoso").model("Book 3").text();
    }
}
