// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot take the row ends as 20 and is left to the byte. */
class OutputRefusedIT {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();
    private static final String AUTOPILOT = "Device Serial Number,Windows Product ID,Hardware Hash\r\nHWHASH-0002,,"
            + SyntheticHash.of("HWHASH-0002").text() + "\r\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeCapture() throws IOException {
        Files.writeString(folder.resolve("one.txt"), HASH);
    }

    @Test
    void columnThatTheFileLacksIsRefused() throws IOException {
        assertThat(refused(AUTOPILOT.getBytes(UTF_8), "--group-tag", "Kiosk")).contains("the group tag has no column");
        assertThat(refused(AUTOPILOT.getBytes(UTF_8), "--assigned-user", "ada@contoso.com"))
                .contains("the assigned user has no column");
    }

    @Test
    void otherFormatIsRefused() throws IOException {
        assertThat(refused(AUTOPILOT.getBytes(UTF_8), "--format", "partner-center"))
                .contains("its format is autopilot, not partner-center");
        assertThat(refused(AUTOPILOT.getBytes(UTF_8), "--format", "json")).contains("autopilot, not json");
        assertThat(refused(AUTOPILOT.getBytes(UTF_8), "--format", "corporate-identifiers"))
                .contains("autopilot, not corporate-identifiers");
        assertThat(refused("{\"schemaVersion\":1}\r\n".getBytes(UTF_8), "--format", "autopilot"))
                .contains("json, not autopilot");
    }

    @Test
    void otherEncodingIsRefused() throws IOException {
        assertThat(refused(("\uFEFF" + AUTOPILOT).getBytes(UTF_16LE), "--encoding", "ascii"))
                .contains("it is stored as utf-16le, not as ascii");
        assertThat(refused(AUTOPILOT.getBytes(UTF_8), "--encoding", "utf-8-bom"))
                .contains("it is stored as ascii, not as utf-8-bom");
    }

    @Test
    void fileThatHoldsNoDevicesIsRefused() throws IOException {
        refused("Name,Room\r\nAda,3\r\n".getBytes(UTF_8));
        refused(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, (byte) 0xFF});
        refused("{\"schemaVersion\":2}\r\n".getBytes(UTF_8));
        refused("{not json\r\n".getBytes(UTF_8));
        refused("\"never closed,Device Serial Number,Hardware Hash\r\n".getBytes(UTF_8));
    }

    @Test
    void lockHeldByAnotherProcessIsWaitedForWithinTheTimeout() throws IOException {
        Path output = folder.resolve("pcs.csv");
        Files.writeString(output, AUTOPILOT);
        Path lock = folder.resolve("pcs.csv.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = channel.lock();
            HwhashRun run = Hwhash.in(folder)
                    .stdinNeverEnds()
                    .run("collect", "--from", "one.txt", "-o", "pcs.csv", "--timeout", "1")
                    .exits(20);
            assertThat(run.only("error", "output-locked")).contains("pcs.csv.lock");
            assertThat(run.elapsed()).isLessThan(Duration.ofSeconds(10));
            assertThat(Files.readString(output)).isEqualTo(AUTOPILOT);
            HwhashProcess waiting = Hwhash.in(folder).start("collect", "--from", "one.txt", "-o", "pcs.csv");
            assertThat(waiting.process().isAlive()).isTrue();
            held.release();
            waiting.end().exits(0);
            assertThat(Files.readString(output)).startsWith(AUTOPILOT).hasSizeGreaterThan(AUTOPILOT.length());
        }
    }

    @Test
    void folderThatDoesNotExistIsNotMade() {
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "-o", "no/pcs.csv")
                .exits(20);
        assertThat(run.only("error", "output-folder-missing")).contains("no");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a device that is a file")
    void deviceIsNoFile() {
        Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "-o", "/dev/null")
                .exits(20)
                .only("error", "output-not-a-file");
    }

    @Test
    void badOutputIsFoundBeforeAnythingIsRead() throws IOException {
        Files.writeString(folder.resolve("pcs.csv"), "Name,Room\r\n");
        Hwhash.in(folder).run("collect", "-o", "pcs.csv").exits(20).only("error", "output-refused");
        Files.writeString(folder.resolve("pcs.csv"), AUTOPILOT);
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "-o", "pcs.csv", "--group-tag", "Kiosk")
                .exits(20);
        assertThat(run.only("error", "output-refused")).contains("the group tag has no column");
    }

    private String refused(byte[] content, String... options) throws IOException {
        Path output = folder.resolve("pcs.csv");
        Files.write(output, content);
        List<String> args = new ArrayList<>(List.of("collect", "--from", "one.txt", "-o", "pcs.csv"));
        args.addAll(List.of(options));
        HwhashRun run = Hwhash.in(folder).run(args.toArray(new String[0])).exits(20);
        assertThat(Files.readAllBytes(output)).isEqualTo(content);
        assertThat(run.stdout()).isEmpty();
        String line = run.only("error", "output-refused");
        assertThat(line).contains("pcs.csv is left as it is: ", "hwhash convert");
        return line;
    }
}
