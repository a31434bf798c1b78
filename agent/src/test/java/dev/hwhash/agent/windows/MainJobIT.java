// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician does on a PC that works. */
@RequiresWine
class MainJobIT {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final String HASH = SyntheticHash.of("HWHASH-0001")
            .manufacturer("Contoso")
            .model("Book 3")
            .text();

    @TempDir
    Path folder;

    @Test
    void addsTheRowOfThisPcToAFile() throws IOException {
        Path file = folder.resolve("devices.csv");

        WindowsRun run = pc().run("collect", "-o", WindowsPc.windowsPath(file));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(Files.readString(file)).isEqualTo(HEADER + "HWHASH-0001,," + HASH + "\r\n");
        assertThat(run.stdoutBytes()).isEmpty();
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
        assertThat(folder.toFile().list())
                .filteredOn(name -> name.startsWith("devices"))
                .hasSize(1);
    }

    @Test
    void asksForNoMoreThanTheFormatNeeds() {
        WindowsRun autopilot = pc().run("collect");
        WindowsRun identifiers = pc().run("collect", "--format", "corporate-identifiers");

        assertThat(autopilot.stdout()).isEqualTo(HEADER + "HWHASH-0001,," + HASH + "\r\n");
        assertThat(autopilot.count("queries")).isEqualTo(2);
        assertThat(identifiers.stdout()).isEqualTo("Contoso,Book 3,HWHASH-0001\r\n");
        assertThat(identifiers.count("queries")).isEqualTo(2);
        assertThat(identifiers.count("connects")).isEqualTo(1);
    }

    @Test
    void writesEachFormat() {
        assertThat(pc().run("collect", "--format", "partner-center").stdout())
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\n"
                        + "HWHASH-0001,," + HASH + ",Contoso,Book 3\r\n");
        assertThat(pc().run("collect", "--format", "managed-desktop").stdout())
                .isEqualTo("Manufacturer,Model,Serial Number,Hardware Hash\r\nContoso,Book 3,HWHASH-0001," + HASH
                        + "\r\n");
        assertThat(pc().run("collect", "--format", "json").stdout())
                .startsWith("{\"schemaVersion\":1,\"collectedAt\":\"20")
                .contains("\"source\":\"wmi\",\"serialNumber\":\"HWHASH-0001\",\"windowsProductId\":null,")
                .endsWith(
                        "\"manufacturer\":\"Contoso\",\"model\":\"Book 3\",\"groupTag\":null,\"assignedUser\":null}\r\n");
    }

    @Test
    void takesTheScriptsOwnWords() throws IOException {
        Path file = folder.resolve("x.csv");

        WindowsRun first = pc().run("-OutputFile", WindowsPc.windowsPath(file), "-Append", "-GroupTag", "Kiosk");
        WindowsRun second = pc().run("-outputfile:" + WindowsPc.windowsPath(file), "-GROUPTAG:Kiosk");

        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(second.exitCode()).as(second.toString()).isZero();
        assertThat(Files.readString(file))
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\nHWHASH-0001,," + HASH
                        + ",Kiosk\r\n");
    }

    @Test
    void addsToAFileOfTheScriptInItsEncodingAndReplacesTheSameDevice() throws IOException {
        Path file = folder.resolve("utf16.csv");
        String other = "HWHASH-0002,," + SyntheticHash.of("HWHASH-0002").text();
        Files.write(file, ("\uFEFF" + HEADER + other).getBytes(StandardCharsets.UTF_16LE));

        WindowsRun added = pc().run("collect", "-o", WindowsPc.windowsPath(file));
        WindowsRun replaced = pc().run("collect", "-o", WindowsPc.windowsPath(file));

        assertThat(added.exitCode()).as(added.toString()).isZero();
        assertThat(replaced.stderr()).contains("note row-written: replaced line 3");
        assertThat(Files.readString(file, StandardCharsets.UTF_16LE))
                .isEqualTo("\uFEFF" + HEADER + other + "\r\nHWHASH-0001,," + HASH + "\r\n");
    }

    @Test
    void readsThePcOnceMoreWhenTheHashIsDamaged() {
        String damaged = SyntheticHash.of("HWHASH-0001").flipped(999).text();

        WindowsRun cured = pc().hash(damaged).secondHash(HASH).run("collect");
        WindowsRun damagedTwice = pc().hash(damaged).run("collect", "-o", WindowsPc.windowsPath(folder));

        assertThat(cured.stdout()).endsWith(HASH + "\r\n");
        assertThat(cured.exitCode()).isZero();
        assertThat(damagedTwice.exitCode()).as(damagedTwice.toString()).isEqualTo(14);
        assertThat(damagedTwice.stderr()).contains("error hash-damaged:").doesNotContain(damaged.substring(0, 40));
        assertThat(folder.resolve("HWHASH-0001.damaged.txt")).hasContent(damaged);
        assertThat(folder.resolve("HWHASH-0001.csv")).doesNotExist();
        assertThat(damagedTwice.releasedEverything()).isTrue();
    }

    private WindowsPc pc() {
        return new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", "HWHASH-0001")
                .scenario("Win32_ComputerSystem.Manufacturer", "Contoso")
                .scenario("Win32_ComputerSystem.Model", "Book 3")
                .hash(HASH);
    }
}
