// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies while it writes loses no row, and the next one clears up after it. */
class KillIT {

    private static final int WANTED = FaultCount.of(4, 200);
    private static final int AT_MOST = 5 * WANTED + 10;
    private static final int ROWS = 4;
    /** Writing and forcing 4 MB takes long enough to be hit. */
    private static final int BYTES_PER_ROW = 1 << 20;

    @Test
    void killBetweenTemporaryFileAndRenameLosesNoRow(@TempDir Path folder) throws IOException {
        String hash = SyntheticHash.of("HWHASH-NEW").text();
        Files.writeString(folder.resolve("new.txt"), hash);
        Path output = folder.resolve("pcs.csv");
        String old = oldRows();
        String withRow = old + ",HWHASH-NEW," + hash + "\r\n";
        Files.writeString(output, old);
        int kills = 0;
        int landed = 0;
        int losses = 0;
        while (landed < WANTED && kills < AT_MOST) {
            kills += killedWhileWriting(folder) ? 1 : 0;
            landed += Files.exists(folder.resolve("pcs.csv.hwhash-new")) ? 1 : 0;
            String now = Files.readString(output);
            losses += now.equals(old) || now.equals(withRow) ? 0 : 1;
            Files.writeString(output, old);
        }
        System.out.println("kill test: " + landed + " of " + kills + " kills landed between temp file and rename, "
                + losses + " losses");
        assertThat(losses).isZero();
        assertThat(landed).as("kills between temp file and rename").isEqualTo(WANTED);
        Hwhash.in(folder).run("collect", "--from", "new.txt", "-o", "pcs.csv").exits(0);
        assertThat(Files.readString(output).equals(withRow))
                .as("old rows and the new one")
                .isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName)).containsExactlyInAnyOrder(Path.of("new.txt"), Path.of("pcs.csv"));
        }
    }

    /** Kills as soon as the temporary file is seen; returns false if the process was faster. */
    private static boolean killedWhileWriting(Path folder) throws IOException {
        Path fresh = folder.resolve("pcs.csv.hwhash-new");
        Files.deleteIfExists(fresh);
        HwhashProcess started = Hwhash.in(folder).start("collect", "--from", "new.txt", "-o", "pcs.csv");
        while (started.process().isAlive() && Files.notExists(fresh)) {
            Thread.onSpinWait();
        }
        return started.kill();
    }

    private static String oldRows() {
        StringBuilder rows = new StringBuilder("Note,Device Serial Number,Hardware Hash\r\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("n".repeat(BYTES_PER_ROW)).append(",HWHASH-").append(i).append(',');
            rows.append(SyntheticHash.of("HWHASH-" + i).text()).append("\r\n");
        }
        return rows.toString();
    }
}
