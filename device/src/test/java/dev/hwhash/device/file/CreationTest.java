// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole new file, on a real disk. */
class CreationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Content<RuntimeException> NEW = sink -> {
        sink.write("new".getBytes(US_ASCII));
        sink.write(new byte[0]);
        sink.write("\n".getBytes(US_ASCII));
    };

    @TempDir
    Path folder;

    @Test
    void aNewFileHoldsAllPiecesAndNothingElseStays() throws IOException {
        create(folder.resolve("devices.csv"), false);
        assertOnly("new\n");
    }

    @Test
    void anExistingFileIsRefusedBeforeTheContentIsAskedFor() throws IOException {
        for (String content : new String[] {"old\n", ""}) {
            Path path = Files.writeString(folder.resolve("devices.csv"), content);
            DeviceFileException e = refused(path, sink -> {
                throw new AssertionError("asked for");
            });
            assertThat(e.reason()).isEqualTo(Reason.EXISTS);
            assertThat(e).hasMessageContainingAll(path.toString(), "--overwrite");
            assertOnly(content);
        }
    }

    @Test
    void anExistingFileIsReplacedWhenToldTo() throws IOException {
        for (boolean atomic : new boolean[] {true, false}) {
            Path path = Files.writeString(folder.resolve("devices.csv"), "old\n");
            Appender.file(path, atomic).create(NEW, true, PATIENCE);
            assertOnly("new\n");
        }
    }

    @Test
    void aFileThatIsTooLargeToBeReadIsReplacedUnread() throws IOException {
        Path path = folder.resolve("devices.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(DeviceFile.MAX_BYTES + 1L);
        }
        assertThat(refused(path, NEW).reason()).isEqualTo(Reason.EXISTS);
        create(path, true);
        assertOnly("new\n");
    }

    @Test
    void aLeftoverOfADeadRunIsAFileThatExists() throws IOException {
        for (String leftover : new String[] {"devices.csv.hwhash-ready", "devices.csv.hwhash-old"}) {
            for (boolean atomic : new boolean[] {true, false}) {
                Path path = folder.resolve("devices.csv");
                Files.writeString(folder.resolve(leftover), "old\n");
                assertThat(refused(path, NEW).reason()).isEqualTo(Reason.EXISTS);
                assertThat(folder.resolve(leftover)).hasContent("old\n");
                Appender.file(path, atomic).create(NEW, true, PATIENCE);
                assertOnly("new\n");
                Files.delete(path);
            }
        }
    }

    @Test
    void leftoversBesideAFileGoWithIt() throws IOException {
        for (String state : new String[] {"old\n", ""}) {
            Path path = Files.writeString(folder.resolve("devices.csv"), state);
            Files.createFile(folder.resolve("devices.csv.hwhash-ready"));
            Files.writeString(folder.resolve("devices.csv.hwhash-old"), "older\n");
            Files.writeString(folder.resolve("devices.csv.hwhash-new"), "half a fi");
            Appender.file(path, false).create(NEW, true, PATIENCE);
            assertOnly("new\n");
        }
    }

    @Test
    void aContentThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path path = Files.writeString(folder.resolve("devices.csv"), "old\n");
        EditRefusedException own = new EditRefusedException("the input breaks off");
        assertThatThrownBy(() -> new DeviceFile(path, false)
                        .create(
                                sink -> {
                                    sink.write(new byte[100_000]);
                                    throw own;
                                },
                                true,
                                PATIENCE))
                .isSameAs(own);
        IllegalStateException defect = new IllegalStateException("a defect");
        assertThatThrownBy(() -> new DeviceFile(path, false)
                        .create(
                                sink -> {
                                    sink.write(new byte[100_000]);
                                    throw defect;
                                },
                                true,
                                PATIENCE))
                .isSameAs(defect);
        assertOnly("old\n");
        create(path, true);
        assertOnly("new\n");
    }

    @Test
    void aContentThatFailsMakesNoFile() throws IOException {
        assertThatThrownBy(() -> new DeviceFile(folder.resolve("devices.csv"), false)
                        .create(
                                sink -> {
                                    throw new EditRefusedException("the input breaks off");
                                },
                                false,
                                PATIENCE))
                .isInstanceOf(EditRefusedException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void aContentCannotUseADeviceFileItself() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DeviceFile(folder.resolve("devices.csv"), false)
                        .create(sink -> create(folder.resolve("other.csv"), false), false, PATIENCE));
        assertThat(names()).isEmpty();
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThat(refused(folder.resolve("nowhere").resolve("devices.csv"), NEW)
                        .reason())
                .isEqualTo(Reason.FOLDER_MISSING);
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(refused(folder, NEW).reason()).isEqualTo(Reason.NOT_A_FILE);
    }

    @Test
    void aLinkIsFollowedOrRefused() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old\n");
        Path link = folder.resolve("devices.csv");
        try {
            Files.createSymbolicLink(link, real);
        } catch (IOException e) {
            Skipped.because("no symbolic links can be made here: " + e);
        }
        DeviceFileException e = Objects.requireNonNull(catchThrowableOfType(
                DeviceFileException.class, () -> new DeviceFile(link, true).create(NEW, true, PATIENCE)));
        assertThat(e.reason()).isEqualTo(Reason.LINK);
        assertThat(real).hasContent("old\n");
        create(link, true);
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new\n");
    }

    @Test
    void manyPiecesNeedNoMemory() throws Exception {
        Path path = folder.resolve("devices.csv");
        long size = 100L << 20;
        try (TestProcess process = new TestProcess(LargeContent.class, path.toString(), Long.toString(size))) {
            process.endsWell();
        }
        assertThat(path).hasSize(size);
    }

    private static void create(Path path, boolean overwrite) throws DeviceFileException {
        new DeviceFile(path, false).create(NEW, overwrite, PATIENCE);
    }

    private static DeviceFileException refused(Path path, Content<RuntimeException> content) {
        return Objects.requireNonNull(catchThrowableOfType(
                DeviceFileException.class, () -> new DeviceFile(path, false).create(content, false, PATIENCE)));
    }

    private void assertOnly(String content) throws IOException {
        assertThat(names()).containsExactly("devices.csv");
        assertThat(folder.resolve("devices.csv")).hasBinaryContent(content.getBytes(US_ASCII));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
