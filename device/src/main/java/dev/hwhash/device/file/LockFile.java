// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An OS lock on a file that is deleted at the end, while it is still held.
 *
 * <p>Whoever opened the file before it was deleted then locks a file that has no name any more, beside another process
 * that locks the next file of that name. So the name is opened once more under the lock: the JVM answers a second lock
 * on one file with {@link OverlappingFileLockException} (its table goes by the file's identity, not by its name), which
 * proves that the name still means the file that is locked. Only who has that proof deletes.
 *
 * <p>POSIX drops a process's locks on a file as soon as the process closes any descriptor of it. So the second channel
 * stays open to the end, and only one thread of this JVM at a time comes near a lock file at all.
 */
final class LockFile implements Closeable {

    private static final AtomicReference<@Nullable Thread> IN_THIS_JVM = new AtomicReference<>();

    private final Path path;
    private final FileChannel locked;
    private final FileChannel proof;

    private LockFile(Path path, FileChannel locked, FileChannel proof) {
        this.path = path;
        this.locked = locked;
        this.proof = proof;
    }

    /** Returns the lock, or empty while somebody else holds it. */
    static Optional<Closeable> tryLock(Path path) throws IOException {
        if (!IN_THIS_JVM.compareAndSet(null, Thread.currentThread())) {
            if (IN_THIS_JVM.get() == Thread.currentThread()) {
                throw new IllegalStateException("an edit must not update a device file itself");
            }
            return Optional.empty();
        }
        LockFile lock = null;
        try {
            lock = lock(path);
            return Optional.ofNullable(lock);
        } catch (AccessDeniedException e) {
            if (deletePending(path)) {
                return Optional.empty();
            }
            throw e;
        } finally {
            if (lock == null) {
                IN_THIS_JVM.set(null);
            }
        }
    }

    private static @Nullable LockFile lock(Path path) throws IOException {
        FileChannel locked = FileChannel.open(path, WRITE, CREATE, NOFOLLOW_LINKS);
        LockFile lock = null;
        try {
            lock = isLocked(locked) ? proven(path, locked) : null;
            return lock;
        } finally {
            if (lock == null) {
                locked.close();
            }
        }
    }

    /** Returns the lock, or null where the name does not mean the locked file any more. */
    static @Nullable LockFile proven(Path path, FileChannel locked) throws IOException {
        FileChannel proof;
        try {
            proof = FileChannel.open(path, WRITE, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
        LockFile lock = null;
        try {
            proof.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = new LockFile(path, locked, proof);
        } finally {
            if (lock == null) {
                proof.close();
            }
        }
        return lock;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Windows keeps the name of a deleted file while somebody has it open, and denies all access, even a look. */
    private static boolean deletePending(Path path) {
        return !Files.exists(path, NOFOLLOW_LINKS) && !Files.notExists(path, NOFOLLOW_LINKS);
    }

    /** Deletes the file and lets the next one in. A file that cannot be deleted is only litter. */
    @Override
    public void close() {
        try (locked;
                proof) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            return;
        } finally {
            IN_THIS_JVM.set(null);
        }
    }
}
