// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @BeforeEach
    void needsLinks() throws IOException {
        try {
            Files.delete(Files.createSymbolicLink(folder.resolve("probe"), folder));
        } catch (IOException e) {
            Skipped.because("no symbolic links can be made here: " + e);
        }
    }

    @Test
    void aLinkStaysAndItsFileIsChanged() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path file = Files.writeString(other.resolve("real.csv"), "a\n");
        Path middle = Files.createSymbolicLink(other.resolve("middle"), Path.of("real.csv"));
        Path link = Files.createSymbolicLink(folder.resolve("devices.csv"), middle);
        assertThat(new DeviceFile(link, false).read()).hasValue("a\n".getBytes(US_ASCII));
        new DeviceFile(link, false).update(current -> "b\n".getBytes(US_ASCII), PATIENCE);
        assertThat(file).hasContent("b\n");
        assertThat(link).isSymbolicLink();
        assertThat(middle).isSymbolicLink();
    }

    @Test
    void aLinkToNothingCreatesTheFileItMeans() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("devices.csv"), Path.of("real.csv"));
        new DeviceFile(link, false).update(current -> "b\n".getBytes(US_ASCII), PATIENCE);
        assertThat(folder.resolve("real.csv")).hasContent("b\n");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aLinkIntoAMissingFolderIsReported() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("devices.csv"), Path.of("nowhere", "real.csv"));
        assertThat(DeviceFileTest.failure(link, false, PATIENCE).reason()).isEqualTo(Reason.FOLDER_MISSING);
    }

    @Test
    void linksInACircleAreRefused() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("devices.csv"), Path.of("devices.csv"));
        assertThat(DeviceFileTest.failure(link, false, PATIENCE).reason()).isEqualTo(Reason.LINK);
    }

    @Test
    void anElevatedProcessRefusesALink() throws Exception {
        Path file = Files.writeString(folder.resolve("real.csv"), "a\n");
        Path link = Files.createSymbolicLink(folder.resolve("devices.csv"), file);
        DeviceFileException e = DeviceFileTest.failure(link, true, PATIENCE);
        assertThat(e.reason()).isEqualTo(Reason.LINK);
        assertThat(e).hasMessageContainingAll(link.toString(), "symbolic link");
        assertThat(file).hasContent("a\n");
    }

    @Test
    void aLinkInThePlaceOfTheLockFileIsRefused() throws Exception {
        assertRefused("devices.csv.lock");
    }

    @Test
    void aLinkInThePlaceOfALeftoverIsRefused() throws Exception {
        assertRefused("devices.csv.hwhash-old");
    }

    private void assertRefused(String name) throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "secret");
        Path link = Files.createSymbolicLink(folder.resolve(name), victim);
        for (boolean refuseLinks : new boolean[] {true, false}) {
            DeviceFileException e = DeviceFileTest.failure(folder.resolve("devices.csv"), refuseLinks, PATIENCE);
            assertThat(e.reason()).isEqualTo(Reason.LINK);
            assertThat(e).hasMessageContaining(link.toString());
        }
        assertThat(victim).hasContent("secret");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aLinkInThePlaceOfTheNewFileIsRemovedAndNotFollowed() throws Exception {
        Path victim = Files.writeString(folder.resolve("victim"), "secret");
        Files.createSymbolicLink(folder.resolve("devices.csv.hwhash-new"), victim);
        new DeviceFile(folder.resolve("devices.csv"), true).update(current -> "b\n".getBytes(US_ASCII), PATIENCE);
        assertThat(victim).hasContent("secret");
        assertThat(folder.resolve("devices.csv")).hasContent("b\n");
    }

    @Test
    void anElevatedProcessRefusesAnotherReparsePoint() throws Exception {
        Path path = Path.of("/stick/devices.csv");
        SimulatedDisk disk = new SimulatedDisk(SimulatedDisk.Kind.JOURNALED, SimulatedDisk.Lie.NONE);
        disk.put("devices.csv", "a\n".getBytes(US_ASCII));
        disk.makeFilesReparsePoints();
        assertThat(new DeviceFile(path, false, disk, new SimulatedTimer()).read())
                .hasValue("a\n".getBytes(US_ASCII));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                DeviceFileException.class,
                                () -> new DeviceFile(path, true, disk, new SimulatedTimer()).read())
                        .reason())
                .isEqualTo(Reason.LINK);
    }
}
