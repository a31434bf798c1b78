// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Waits for a lock file. */
final class Turn {

    /**
     * How long a denied lock file is tried. Windows denies a name that is just being deleted, which is soon over; a
     * folder that may not be written stays so.
     */
    private static final Duration DENIED = Duration.ofSeconds(1);

    private final Volume volume;
    private final Location location;
    private final Patience patience;

    Turn(Volume volume, Location location, Patience patience) {
        this.volume = volume;
        this.location = location;
        this.patience = patience;
    }

    /** Returns the lock; closing it lets the next one in. */
    Closeable take(Path lockFile) throws IOException {
        while (true) {
            location.checked(lockFile);
            Optional<Closeable> lock = patience.insist(() -> volume.tryLock(lockFile), DENIED);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (patience.over()) {
                throw locked(lockFile);
            }
            patience.pause();
        }
    }

    private static DeviceFileException locked(Path lockFile) {
        String seen = "another process has held " + lockFile + " all the time that there was";
        return new DeviceFileException(
                Reason.LOCKED, "cannot write: " + seen + "; wait for it to end, or allow more time", null);
    }
}
