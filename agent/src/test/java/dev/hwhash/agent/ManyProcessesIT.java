// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyProcessesIT {

    private static final int PROCESSES = 16;

    @Test
    void sixteenProcessesAtOnceAddSixteenRows(@TempDir Path folder) throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            String hash = SyntheticHash.of("HWHASH-" + i).text();
            Files.writeString(folder.resolve(i + ".txt"), hash);
            expected.add("HWHASH-" + i + ",," + hash);
        }
        List<HwhashProcess> started = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            started.add(
                    Hwhash.in(folder).start("collect", "--from", i + ".txt", "-o", "pcs.csv", "--log-file", "pcs.log"));
        }
        for (HwhashProcess process : started) {
            process.end().exits(0);
        }
        List<String> lines = Files.readAllLines(folder.resolve("pcs.csv"));
        assertThat(lines.get(0)).isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash");
        assertThat(lines.subList(1, lines.size())).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Files.readAllLines(folder.resolve("pcs.log")))
                .allSatisfy(line -> assertThat(line).startsWith("<![LOG[").endsWith("file=\"\">"))
                .filteredOn(line -> line.startsWith("<![LOG[note row-written: "))
                .hasSize(PROCESSES);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("pcs")))
                    .containsExactlyInAnyOrder("pcs.csv", "pcs.log");
        }
    }
}
