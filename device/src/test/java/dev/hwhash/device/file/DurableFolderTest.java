// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder on a disk of this machine. */
class DurableFolderTest {

    private static final byte[] ONE = "one".getBytes(US_ASCII);
    private static final byte[] TWO = "two".getBytes(US_ASCII);

    @TempDir
    private Path temporary;

    private Path path;
    private DurableFolder folder;

    @BeforeEach
    void name() {
        path = temporary.resolve("a").resolve("b");
        folder = new DurableFolder(path, true);
    }

    @Test
    void whatDoesNotExistIsEmpty() throws Exception {
        assertThat(folder.exists()).isFalse();
        assertThat(folder.names()).isEmpty();
        assertThat(folder.read("x")).isEmpty();
        assertThat(folder.bytes("x")).isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aFileIsReadAsItWasPutAndReplaced() throws Exception {
        folder.create();
        folder.put("x", ONE);
        assertThat(folder.read("x")).contains(ONE);
        folder.put("x", TWO);
        assertThat(folder.read("x")).contains(TWO);
        assertThat(folder.bytes("x")).contains(3L);
        assertThat(folder.names()).containsExactly("x");
        folder.remove("x");
        folder.remove("x");
        assertThat(folder.names()).isEmpty();
    }

    @Test
    void filesOfABatchAreAllThereOrNone() throws Exception {
        folder.create();
        folder.put("y", ONE);
        folder.put(Map.of("x", ONE, "y", TWO));
        assertThat(folder.read("x")).contains(ONE);
        assertThat(folder.read("y")).contains(TWO);
        folder.folder("w").create();
        Map<String, byte[]> unfit = new LinkedHashMap<>(Map.of("v", ONE));
        unfit.put("w", ONE);
        assertThatExceptionOfType(DeviceFileException.class)
                .isThrownBy(() -> folder.put(unfit))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_FILE));
        assertThat(folder.names()).containsExactlyInAnyOrder("w", "x", "y");
        folder.put(Map.of());
    }

    @Test
    void aBatchThatFailsAtItsLastNamesTakesBackThoseThatWereFree() throws Exception {
        for (SimulatedDisk.Kind kind : SimulatedDisk.Kind.values()) {
            for (String failing : List.of("replace b.hwhash-new b", "forceName c")) {
                SimulatedDisk disk = new SimulatedDisk(kind, SimulatedDisk.Lie.NONE);
                DurableFolder stick = new DurableFolder(Path.of("/stick"), true, disk, new SimulatedTimer());
                stick.put("a", ONE);
                disk.fault((step, operation) -> {
                    if (operation.contains(failing)) {
                        throw new IOException("Input/output error");
                    }
                });
                Map<String, byte[]> batch = new LinkedHashMap<>();
                for (String name : List.of("a", "b", "c")) {
                    batch.put(name, TWO);
                }
                assertThatExceptionOfType(DeviceFileException.class)
                        .isThrownBy(() -> stick.put(batch))
                        .withMessageContaining("Input/output error");
                assertThat(stick.names()).as(kind + ", " + failing).containsExactly("a");
            }
        }
    }

    @Test
    void whatIsThereStays() throws Exception {
        folder.create();
        folder.putIfMissing("x", ONE);
        folder.putIfMissing("x", TWO);
        assertThat(folder.read("x")).contains(ONE);
    }

    @Test
    void aFileMovesUnread() throws Exception {
        folder.create();
        folder.put("x", ONE);
        DurableFolder aside = folder.folder("aside");
        aside.create();
        folder.move("x", aside);
        assertThat(folder.bytes("x")).isEmpty();
        assertThat(aside.read("x")).contains(ONE);
    }

    @Test
    void whatADeadWriterLeftIsOverwrittenOrRemoved() throws Exception {
        folder.create();
        Files.write(path.resolve("x.hwhash-new"), TWO);
        folder.put("x", ONE);
        assertThat(folder.names()).containsExactly("x");
        Files.write(path.resolve("y.hwhash-new"), TWO);
        folder.removeUnfinished();
        assertThat(folder.names()).containsExactly("x");
    }

    @Test
    void whatIsNoFolderOrNoFileIsRefused() throws Exception {
        Files.write(temporary.resolve("file"), ONE);
        assertThatExceptionOfType(DeviceFileException.class)
                .isThrownBy(() -> new DurableFolder(temporary.resolve("file"), true).create())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_FILE));
        folder.create();
        folder.folder("x").create();
        assertThatExceptionOfType(DeviceFileException.class)
                .isThrownBy(() -> folder.put("x", ONE))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_FILE));
    }

    @Test
    void aLinkIsRefusedWhereLinksAre() throws Exception {
        Path real = Files.createDirectory(temporary.resolve("real"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
        assertThatExceptionOfType(DeviceFileException.class)
                .isThrownBy(() -> new DurableFolder(link, true).names())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LINK));
        new DurableFolder(link, false).put("x", ONE);
        assertThat(real.resolve("x")).hasBinaryContent(ONE);
    }

    @Test
    void aLockIsHeldBesideOthersAndByOneAlone() throws Exception {
        folder.create();
        DurableFolder again = new DurableFolder(temporary.resolve("a/../a/b"), false);
        Closeable one = folder.lock("one.lock", Duration.ZERO).orElseThrow();
        try (Closeable two = folder.lock("two.lock", Duration.ZERO).orElseThrow()) {
            assertThat(two).isNotNull();
            assertThat(again.lock("one.lock", Duration.ofMillis(30))).isEmpty();
        }
        one.close();
        try (Closeable next = again.lock("one.lock", Duration.ZERO).orElseThrow()) {
            assertThat(next).isNotNull();
        }
        assertThat(folder.names()).containsExactlyInAnyOrder("one.lock", "two.lock");
    }

    @Test
    void aLockOfAnotherProcessIsWaitedForAndEndsWithIt() throws Exception {
        folder.create();
        try (TestProcess other = new TestProcess(FolderLockHolder.class, path.toString())) {
            other.awaitReady();
            assertThat(folder.lock("drain.lock", Duration.ofMillis(50))).isEmpty();
            other.kill();
            Closeable lock = folder.lock("drain.lock", Duration.ofSeconds(10)).orElseThrow();
            lock.close();
        }
    }
}
