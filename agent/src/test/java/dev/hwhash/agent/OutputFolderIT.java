// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -o DIR}: a file for each device, under a name that every file system takes. */
class OutputFolderIT {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";

    @Test
    void namesAreSafeOnEveryFileSystem(@TempDir Path folder) throws IOException {
        UUID uuid = UUID.fromString("a1b2c3d4-0001-0002-0003-000000000001");
        Path out = Files.createDirectory(folder.resolve("out"));
        captures(
                folder,
                SyntheticHash.of("HWHASH-0001"),
                SyntheticHash.of("..\\..\\x7"),
                SyntheticHash.of("../../y7"),
                SyntheticHash.of("CON"),
                SyntheticHash.of("S".repeat(299) + "T"),
                SyntheticHash.of("To be filled by O.E.M.").uuid(uuid));
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "pcs.txt", "-o", "out")
                .exits(0);
        assertThat(names(out))
                .hasSize(6)
                .contains("HWHASH-0001.csv", "A1B2C3D4-0001-0002-0003-000000000001.csv")
                .allMatch(name -> name.matches("[A-Za-z0-9_-]{1,73}\\.csv"))
                .anyMatch(name -> name.matches("______x7-[0-9a-f]{8}\\.csv"))
                .anyMatch(name -> name.matches("______y7-[0-9a-f]{8}\\.csv"))
                .anyMatch(name -> name.matches("CON-[0-9a-f]{8}\\.csv"))
                .anyMatch(name -> name.matches("S{64}-[0-9a-f]{8}\\.csv"));
        assertThat(names(folder)).containsExactly("out", "pcs.txt");
        run.only("warning", "serial-placeholder");
        Hwhash.in(folder).run("collect", "--from", "pcs.txt", "-o", "out").exits(0);
        assertThat(names(out)).hasSize(6);
        assertThat(Files.readAllLines(out.resolve("HWHASH-0001.csv"))).hasSize(2);
    }

    @Test
    void otherDeviceUnderTheNameIsNotReplaced(@TempDir Path folder) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        captures(folder, SyntheticHash.of("HWHASH-abc"));
        // What a file system that does not tell case shows where HWHASH-ABC has been before.
        String other = HEADER + "HWHASH-ABC,," + SyntheticHash.of("HWHASH-ABC").text() + "\r\n";
        Files.writeString(out.resolve("HWHASH-abc.csv"), other);
        Hwhash.in(folder).run("collect", "--from", "pcs.txt", "-o", "out").exits(0);
        assertThat(Files.readString(out.resolve("HWHASH-abc.csv"))).isEqualTo(other);
        assertThat(names(out)).hasSize(2).anyMatch(name -> name.matches("HWHASH-abc-[0-9a-f]{8}\\.csv"));
    }

    @Test
    void oneFileThatIsRefusedKeepsNoOtherFromBeingWritten(@TempDir Path folder) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        captures(
                folder,
                SyntheticHash.of("HWHASH-0001"),
                SyntheticHash.of("HWHASH-0002"),
                SyntheticHash.of("HWHASH-0003"));
        Files.writeString(out.resolve("HWHASH-0001.csv"), "Name,Room\r\n");
        Files.writeString(out.resolve("HWHASH-0002.csv"), "Name,Room\r\n");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--from", "pcs.txt", "-o", "out")
                .exits(20);
        assertThat(run.messages("error", "output-refused")).hasSize(2);
        assertThat(Files.readString(out.resolve("HWHASH-0001.csv"))).isEqualTo("Name,Room\r\n");
        assertThat(out.resolve("HWHASH-0003.csv")).exists();
    }

    @Test
    void damagedHashIsKeptInTheFolderWithoutARow(@TempDir Path folder) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        String damaged = SyntheticHash.of("HWHASH-0002").flipped(4000).text();
        Files.writeString(
                folder.resolve("pcs.csv"),
                HEADER + "HWHASH-0001,," + SyntheticHash.of("HWHASH-0001").text() + "\r\nHWHASH-0002,," + damaged);
        Hwhash.in(folder).run("collect", "--from", "pcs.csv", "-o", "out").exits(14);
        assertThat(names(out)).containsExactly("HWHASH-0001.csv", "HWHASH-0002.damaged.txt");
        assertThat(out.resolve("HWHASH-0002.damaged.txt")).hasContent(damaged);
    }

    @Test
    void jsonFilesAreNamedSo(@TempDir Path folder) throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        captures(folder, SyntheticHash.of("HWHASH-0001"));
        Hwhash.in(folder)
                .run("collect", "--from", "pcs.txt", "-o", "out", "--format", "json")
                .exits(0);
        assertThat(names(out)).containsExactly("HWHASH-0001.json");
    }

    private static void captures(Path folder, SyntheticHash... hashes) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (SyntheticHash hash : hashes) {
            lines.append("{\"hardwareHash\":\"").append(hash.text()).append("\"}\n");
        }
        Files.writeString(folder.resolve("pcs.txt"), lines);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
