// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    @TempDir
    Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void namesTheFile() {
        path = folder.resolve("devices.csv.lock");
    }

    @Test
    void anotherThreadWaitsAndTheFileGoesAtTheEnd() throws Exception {
        try (Closeable lock = LockFile.tryLock(path).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(path).exists();
            assertThat(CompletableFuture.supplyAsync(() -> isLockedBySomebody()).get())
                    .isTrue();
        }
        assertThat(path).doesNotExist();
        assertThat(CompletableFuture.supplyAsync(() -> isLockedBySomebody()).get())
                .isFalse();
    }

    private boolean isLockedBySomebody() {
        try (Closeable lock = LockFile.tryLock(path).orElse(null)) {
            return lock == null;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLockOfOtherCodeInThisJvmIsRespected() throws Exception {
        try (FileChannel other = open(path)) {
            other.lock();
            assertThat(LockFile.tryLock(path)).isEmpty();
        }
        assertThat(LockFile.tryLock(path)).get().satisfies(lock -> lock.close());
    }

    @Test
    void aFileWhoseNameIsGoneProvesNothing() throws Exception {
        try (FileChannel locked = open(path)) {
            locked.lock();
            Files.delete(path);
            assertThat(LockFile.proven(path, locked)).isNull();
        }
    }

    @Test
    void aFileWhoseNameMeansAnotherFileProvesNothing() throws Exception {
        try (FileChannel locked = open(path)) {
            locked.lock();
            Files.delete(path);
            Files.createFile(path);
            assertThat(LockFile.proven(path, locked)).isNull();
            try (FileChannel newer = open(path)) {
                assertThat(newer.tryLock())
                        .as("the newer file is left unlocked")
                        .isNotNull();
            }
        }
    }

    private static FileChannel open(Path path) throws java.io.IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
