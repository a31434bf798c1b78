// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OS lock on a file that is never deleted, so that its name always means the same file. It may be held for as long
 * as it takes and beside others, unlike a {@link LockFile}.
 *
 * <p>POSIX drops a process's locks on a file as soon as the process closes any descriptor of it, so a file that this
 * JVM has locked is not even opened again.
 */
final class StandingLock implements Closeable {

    private static final Set<Path> IN_THIS_JVM = ConcurrentHashMap.newKeySet();

    private final Path key;
    private final FileChannel channel;

    private StandingLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** Returns the lock, or empty while somebody else holds it. Its folder must exist. */
    static Optional<Closeable> tryLock(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a folder is no lock file: " + path);
        }
        Path key = folder.toRealPath().resolve(path.getFileName());
        if (!IN_THIS_JVM.add(key)) {
            return Optional.empty();
        }
        Optional<Closeable> lock = Optional.empty();
        try {
            lock = lock(key);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                IN_THIS_JVM.remove(key);
            }
        }
    }

    private static Optional<Closeable> lock(Path key) throws IOException {
        FileChannel channel = Ownership.createPrivate(key, WRITE, CREATE, NOFOLLOW_LINKS);
        FileLock held = null;
        try {
            held = channel.tryLock();
            return held == null ? Optional.empty() : Optional.of(new StandingLock(key, channel));
        } finally {
            if (held == null) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            IN_THIS_JVM.remove(key);
        }
    }
}
