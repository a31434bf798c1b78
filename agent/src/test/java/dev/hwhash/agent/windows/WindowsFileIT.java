// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as Windows has them: locked, shared, held by a scanner. */
@RequiresWine
class WindowsFileIT {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";

    @TempDir
    Path folder;

    @Test
    void waitsForAProgramThatHoldsTheFileForAMoment() throws IOException {
        Path file = Files.writeString(folder.resolve("devices.csv"), HEADER);
        try (WindowsProcess holder = pc(1).holdFile(file, Duration.ofSeconds(3), "read")) {
            WindowsRun run = pc(1).run("collect", "-o", WindowsPc.windowsPath(file));

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(holder.process().isAlive()).isFalse();
        }
        assertThat(Files.readString(file)).startsWith(HEADER + "HWHASH-1,,");
    }

    @Test
    void givesUpOnAProgramThatHoldsTheFileAndLeavesItAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("devices.csv"), HEADER);
        try (WindowsProcess holder = pc(1).holdFile(file, Duration.ofSeconds(30), "read")) {
            WindowsRun run = pc(1).run("collect", "-o", WindowsPc.windowsPath(file));

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(20);
            assertThat(run.stderr()).contains("error output-sharing-violation:");
            assertThat(holder.process().isAlive()).isTrue();
        }
        assertThat(file).hasContent(HEADER);
        assertThat(folder.toFile().list())
                .filteredOn(name -> name.startsWith("devices"))
                .hasSize(1);
    }

    @Test
    void letsSeveralProcessesAddAtOnce() throws IOException {
        Path file = folder.resolve("devices.csv");
        List<WindowsProcess> started = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            Path own = Files.createDirectory(folder.resolve("pc-" + i));
            started.add(pc(own, i).start("collect", "-o", WindowsPc.windowsPath(file)));
        }
        for (WindowsProcess process : started) {
            WindowsRun run = process.end();
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(7);
        assertThat(lines.subList(1, 7))
                .extracting(line -> line.substring(0, 8))
                .containsExactlyInAnyOrder("HWHASH-1", "HWHASH-2", "HWHASH-3", "HWHASH-4", "HWHASH-5", "HWHASH-6");
    }

    @Test
    void readsASerialNumberWithTheGroupTagInThePcsCodePage() throws IOException {
        Path file = folder.resolve("tag.csv");

        WindowsRun run = pc(1).run(
                        "collect", "--encoding", "ansi", "--group-tag", "Caf\u00e9", "-o", WindowsPc.windowsPath(file));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.Charset.forName("windows-1252")))
                .contains(",Caf\u00e9\r\n");
    }

    private WindowsPc pc(int number) {
        return pc(folder, number);
    }

    private static WindowsPc pc(Path own, int number) {
        String serial = "HWHASH-" + number;
        return new WindowsPc(own)
                .scenario("Win32_BIOS.SerialNumber", serial)
                .hash(SyntheticHash.of(serial).ek(number).text());
    }
}
