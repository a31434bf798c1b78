// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What runs that died have left beside a device file, and the content that survived them. {@code -ready} was complete
 * and forced before it got that name, {@code -old} was the file; {@code -new} may be half a file and is never used.
 */
final class Leftovers {

    /** A reader without a lock may look between two renames of a writer; the next look sees the file again. */
    private static final int LOOKS = 3;

    private final Volume volume;
    private final Companions names;
    private final Location location;
    private final Patience patience;

    Leftovers(Volume volume, Companions names, boolean refuseLinks, Patience patience) {
        this.volume = volume;
        this.names = names;
        this.location = new Location(volume, refuseLinks);
        this.patience = patience;
    }

    /** Returns the content as it is after a repair, without one. */
    Optional<byte[]> content() throws IOException {
        Survivor survivor = null;
        for (int look = 0; look < LOOKS && survivor == null; look++) {
            survivor = survivor();
        }
        return survivor == null ? Optional.empty() : Optional.of(survivor.content);
    }

    /** Brings the file back under its name, removes the rest and returns the content. Only under the lock. */
    Optional<byte[]> repair() throws IOException {
        patience.insist(() -> volume.delete(names.fresh()));
        Survivor survivor = survivor();
        if (survivor != null && !survivor.path.equals(names.target())) {
            new Replacement(volume, names, patience).putBack(survivor.content, survivor.path);
        }
        boolean ready = location.checked(names.ready()).exists();
        boolean old = location.checked(names.old()).exists();
        new Replacement(volume, names, patience).discardLeftovers(survivor != null, ready, old);
        return survivor == null ? Optional.empty() : Optional.of(survivor.content);
    }

    /** The first of file, ready and old that holds anything; an empty file where all are empty. */
    private @Nullable Survivor survivor() throws IOException {
        Survivor target = read(names.target());
        if (target != null && target.content.length > 0) {
            return target;
        }
        for (Path path : new Path[] {names.ready(), names.old()}) {
            Survivor other = read(path);
            if (other != null && other.content.length > 0) {
                return other;
            }
        }
        return target;
    }

    private @Nullable Survivor read(Path path) throws IOException {
        if (!location.checked(path).exists()) {
            return null;
        }
        Optional<byte[]> content = patience.insist(() -> volume.read(path));
        return content.isPresent() ? new Survivor(path, content.get()) : null;
    }

    /** Content and the name it was found under. */
    private static final class Survivor {
        final Path path;
        final byte[] content;

        Survivor(Path path, byte[] content) {
            this.path = path;
            this.content = content;
        }
    }
}
