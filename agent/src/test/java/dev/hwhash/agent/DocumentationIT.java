// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read of hwhash is what it does. */
class DocumentationIT {

    private static final Path ROOT = Path.of(System.getProperty("hwhash.root"));

    @Test
    void theReadmeHasTheExitCodesInTheirOrderOfPrecedence() throws IOException {
        List<Integer> documented = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> Integer.valueOf(line.split("\\|", 3)[1].strip()))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Stream.of(ExitCode.values()).map(ExitCode::code).toList());
    }

    @Test
    void theReadmeHasEachOptionOfCollect() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(new CollectCommand().spec().options())
                .filteredOn(option -> !option.usageHelp())
                .allSatisfy(option -> assertThat(readme).contains("`" + option.shortestName()));
    }

    @Test
    void theExampleIsOfNoRealDevice() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001")
                .manufacturer("Contoso")
                .model("Book 3")
                .uuid(UUID.fromString("4C4C4544-0001-4000-8000-000000000001"))
                .ek(1)
                .text();

        assertThat(Files.readString(ROOT.resolve("examples/oa3/OA3.xml"))).isEqualTo("""
                <?xml version="1.0"?>
                <Key>
                  <ProductKeyState>0</ProductKeyState>
                  <HardwareHash>%s</HardwareHash>
                </Key>
                """.formatted(hash));
    }

    @Test
    void theReadmeShowsWhatCheckSaysOfTheExample() throws IOException {
        HwhashRun run = Hwhash.in(ROOT).run("check", "examples/check/devices.csv");

        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(run.stdoutBytes() + run.stderr());
    }

    @Test
    void theReadmeShowsWhatDecodeSaysOfTheExample() throws IOException {
        String decoded = Hwhash.in(ROOT).run("decode", "examples/oa3/OA3.xml").stdoutBytes();
        String readme = Files.readString(ROOT.resolve("README.md"));
        String screen = readme.substring(readme.indexOf("$ hwhash decode"));
        String[] shown = screen.substring(screen.indexOf('\n') + 1, screen.indexOf("```"))
                .strip()
                .split("\n\n...\n\n", -1);

        assertThat(decoded).startsWith(shown[0]).contains(shown[1]);
    }

    @Test
    void theExampleOfCheckIsOfNoRealDevices() throws IOException {
        SyntheticHash first = SyntheticHash.of("HWHASH-0001");
        String rows = "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\n"
                + row("HWHASH-0001", first, "Kiosk")
                + row("42770", SyntheticHash.of("0042770"), "Kiosk")
                + row("HWHASH-0003", SyntheticHash.of("HWHASH-0003").flipped(4001), "Kiosk")
                + row(
                        "HWHASH-0004",
                        SyntheticHash.of("HWHASH-0004")
                                .withoutTpm()
                                .manufacturer("Microsoft Corporation")
                                .model("Virtual Machine"),
                        "Microsoft365Managed_Autopilot.")
                + row("HWHASH-0005", first.time(Instant.parse("2026-02-01T08:00:00Z")), "=cmd");

        assertThat(Files.readString(ROOT.resolve("examples/check/devices.csv"))).isEqualTo(rows);
    }

    private static String row(String serial, SyntheticHash hash, String tag) {
        return serial + ",," + hash.text() + "," + tag + "\r\n";
    }
}
