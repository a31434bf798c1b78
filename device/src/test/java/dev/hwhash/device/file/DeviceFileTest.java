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

class DeviceFileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsCreatedAndNothingElseStays() throws Exception {
        Path path = folder.resolve("devices.csv");
        assertThat(new DeviceFile(path, false).read()).isEmpty();
        write(path, "a\n");
        assertThat(path).hasContent("a\n");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void anExistingFileIsGivenToTheEditAndReplaced() throws Exception {
        Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
        new DeviceFile(path, true)
                .update(current -> (new String(current.orElseThrow(), US_ASCII) + "b\n").getBytes(US_ASCII), PATIENCE);
        assertThat(path).hasContent("a\nb\n");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void aRelativePathMeansTheWorkingFolder() throws Exception {
        Path path = folder.resolve("devices.csv");
        write(Path.of("").toAbsolutePath().relativize(path), "a\n");
        assertThat(path).hasContent("a\n");
    }

    @Test
    void aLeftoverIsASurvivorWhereNothingBetterIsLeft() throws Exception {
        Path old = Files.writeString(folder.resolve("devices.csv.hwhash-old"), "a\n");
        assertThat(DeviceFile.isSurvivor(old)).isTrue();

        Path ready = Files.writeString(folder.resolve("devices.csv.hwhash-ready"), "a\nb\n");
        assertThat(DeviceFile.isSurvivor(ready)).isTrue();
        assertThat(DeviceFile.isSurvivor(old)).isFalse();

        Path file = Files.writeString(folder.resolve("devices.csv"), "");
        assertThat(DeviceFile.isSurvivor(ready)).isTrue();
        Files.writeString(file, "a\n");
        assertThat(DeviceFile.isSurvivor(ready)).isFalse();
        assertThat(DeviceFile.isSurvivor(file)).isFalse();
        assertThat(DeviceFile.isSurvivor(folder.resolve("other.csv.hwhash-old")))
                .isFalse();
    }

    @Test
    void anUnchangedFileStaysTheSameFile() throws Exception {
        Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
        Object before = Files.getAttribute(path, "lastModifiedTime");
        write(path, "a\n");
        assertThat(Files.getAttribute(path, "lastModifiedTime")).isEqualTo(before);
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void aRefusedEditTouchesNothing() throws Exception {
        Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
        assertThatThrownBy(() -> new DeviceFile(path, false)
                        .update(
                                current -> {
                                    throw new EditRefusedException("no");
                                },
                                PATIENCE))
                .isInstanceOf(EditRefusedException.class);
        assertThat(path).hasContent("a\n");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void anEditCannotUpdateADeviceFileItselfAndTheLockIsGivenBack() throws Exception {
        Path path = folder.resolve("devices.csv");
        assertThatIllegalStateException()
                .isThrownBy(() -> new DeviceFile(path, false)
                        .update(
                                current -> {
                                    try {
                                        write(folder.resolve("other.csv"), "b\n");
                                    } catch (IOException e) {
                                        throw new AssertionError(e);
                                    }
                                    return new byte[0];
                                },
                                PATIENCE));
        write(path, "a\n");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void whatADeadRunLeftIsSeenThroughAndRepaired() throws Exception {
        // Each letter: n new, r ready, o old, t target; a capital one has content, a small one is empty.
        assertRepaired("", "");
        assertRepaired("T", "T");
        assertRepaired("t", "");
        assertRepaired("N", "");
        assertRepaired("n", "");
        assertRepaired("TN", "T");
        assertRepaired("TO", "T");
        assertRepaired("TR", "T");
        assertRepaired("TRO", "T");
        assertRepaired("TNRO", "T");
        assertRepaired("O", "O");
        assertRepaired("tO", "O");
        assertRepaired("NO", "O");
        assertRepaired("tNO", "O");
        assertRepaired("RO", "R");
        assertRepaired("tRO", "R");
        assertRepaired("rO", "O");
        assertRepaired("R", "R");
        assertRepaired("NR", "R");
        assertRepaired("o", "");
        assertRepaired("ro", "");
        assertRepaired("to", "");
        assertRepaired("To", "T");
    }

    private void assertRepaired(String state, String survivor) throws Exception {
        for (boolean atomic : new boolean[] {true, false}) {
            Path path = folder.resolve("devices.csv");
            Companions names = new Companions(path);
            leave(path, state, "t");
            leave(names.fresh(), state, "n");
            leave(names.ready(), state, "r");
            leave(names.old(), state, "o");
            DeviceFile file = Appender.file(path, atomic);
            assertThat(file.read().map(bytes -> new String(bytes, US_ASCII)).orElse(""))
                    .as(state)
                    .isEqualTo(survivor);
            Appender.append(file, "+");
            assertThat(path).as(state).hasContent(survivor + "+\n");
            assertThat(names()).as(state).containsExactly("devices.csv");
            Files.delete(path);
        }
    }

    private static void leave(Path path, String state, String letter) throws IOException {
        String capital = letter.equals("t") ? "T" : letter.equals("n") ? "N" : letter.equals("r") ? "R" : "O";
        if (state.contains(capital)) {
            Files.writeString(path, capital);
        } else if (state.contains(letter)) {
            Files.createFile(path);
        }
    }

    @Test
    void aLockFileThatADeadProcessLeftHindersNobody() throws Exception {
        Files.createFile(folder.resolve("devices.csv.lock"));
        write(folder.resolve("devices.csv"), "a\n");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void aLockOfAForeignProcessIsWaitedForAndThenReported() throws Exception {
        Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
        try (TestProcess holder = new TestProcess(
                LockHolder.class, folder.resolve("devices.csv.lock").toString())) {
            holder.awaitReady();
            long start = System.nanoTime();
            DeviceFileException e = failure(path, false, Duration.ofMillis(300));
            assertThat(e.reason()).isEqualTo(Reason.LOCKED);
            assertThat(e).hasMessageContaining("devices.csv.lock");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(300), PATIENCE);
            assertThat(new DeviceFile(path, false).read()).hasValue("a\n".getBytes(US_ASCII));
            holder.kill();
        }
        write(path, "b\n");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void anInterruptedThreadWritesNothing() throws Exception {
        Path path = Files.writeString(folder.resolve("devices.csv"), "a\n");
        Thread.currentThread().interrupt();
        DeviceFileException e = failure(path, false, PATIENCE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.reason()).isEqualTo(Reason.IO);
        assertThat(path).hasContent("a\n");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path path = folder.resolve("nowhere").resolve("devices.csv");
        DeviceFileException e = failure(path, false, PATIENCE);
        assertThat(e.reason()).isEqualTo(Reason.FOLDER_MISSING);
        assertThat(e).hasMessageContaining(folder.resolve("nowhere") + " does not exist");
        assertThatThrownBy(() -> new DeviceFile(path, false).read()).isInstanceOf(DeviceFileException.class);
    }

    @Test
    void aFolderOrTheRootIsNoFile() {
        assertThat(failure(folder, false, PATIENCE).reason()).isEqualTo(Reason.NOT_A_FILE);
        Path root = Objects.requireNonNull(folder.getRoot());
        assertThat(failure(root, false, PATIENCE).reason()).isEqualTo(Reason.NOT_A_FILE);
    }

    @Test
    void aFileOfMoreThan256MiBIsRefusedUnread() throws Exception {
        Path path = folder.resolve("devices.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(DeviceFile.MAX_BYTES + 1L);
        }
        DeviceFileException e = failure(path, false, PATIENCE);
        assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(e).hasMessageContaining("268435457 bytes");
        assertThat(names()).containsExactly("devices.csv");
    }

    @Test
    void companionsAreKnownByTheirNames() {
        for (String name : List.of("a.csv.lock", "a.csv.hwhash-new", "a.csv.hwhash-ready", "a.csv.hwhash-old")) {
            assertThat(DeviceFile.isCompanion(Path.of("x", name))).as(name).isTrue();
        }
        assertThat(DeviceFile.isCompanion(Path.of("x", "a.csv"))).isFalse();
        assertThat(DeviceFile.isCompanion(Path.of("/"))).isFalse();
    }

    private static void write(Path path, String content) throws IOException {
        try {
            new DeviceFile(path, false).update(current -> content.getBytes(US_ASCII), PATIENCE);
        } catch (EditRefusedException e) {
            throw new AssertionError(e);
        }
    }

    static DeviceFileException failure(Path path, boolean refuseLinks, Duration patience) {
        return failure(path, refuseLinks, patience, "new\n");
    }

    static DeviceFileException failure(Path path, boolean refuseLinks, Duration patience, String content) {
        return Objects.requireNonNull(catchThrowableOfType(
                DeviceFileException.class,
                () -> new DeviceFile(path, refuseLinks).update(current -> content.getBytes(US_ASCII), patience)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
