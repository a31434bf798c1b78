// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts content in a file's place. One rule holds throughout: content that must not be lost is renamed or deleted only
 * while another complete copy of it is on the disk under a name that is on the disk. FAT needs that: a rename there
 * removes one directory entry and writes another, and a power cut can leave either, both or none.
 */
final class Replacement {

    private final Volume volume;
    private final Companions names;
    private final Patience patience;

    Replacement(Volume volume, Companions names, Patience patience) {
        this.volume = volume;
        this.names = names;
        this.patience = patience;
    }

    /** Writes a content piece by piece. */
    interface Writing {
        void to(Volume.Output output) throws IOException;
    }

    /** Writes the file's next content. */
    void put(Writing content, boolean targetExists) throws IOException {
        writeFresh(content, names.target());
        if (targetExists && !volume.atomicRenames(names.target())) {
            exchange();
        } else {
            moveFreshIntoPlace();
        }
    }

    /** Writes what only a leftover still holds to the file, which is missing or empty. The leftover stays. */
    void putBack(byte[] content, Path leftover) throws IOException {
        writeFresh(output -> output.write(content), leftover);
        if (!volume.atomicRenames(names.target())) {
            patience.insist(() -> volume.delete(names.target()));
        }
        moveFreshIntoPlace();
    }

    /** Writes the file's next content where a leftover holds the one before and the file is missing or empty. */
    void putBeside(Path leftover, Writing content) throws IOException {
        // A run that was killed may have left a name that is not on the disk yet.
        patience.insist(() -> volume.forceName(leftover));
        writeFresh(content, leftover);
        if (!volume.atomicRenames(names.target())) {
            patience.insist(() -> volume.delete(names.target()));
        }
        moveFreshIntoPlace();
        discardQuietly(names.ready());
        discardQuietly(names.old());
    }

    /** Removes what is left over beside a file that is whole. A run that was killed may have left names that are not on the disk yet. */
    void discardLeftovers(boolean targetExists, boolean ready, boolean old) throws IOException {
        if (targetExists && (ready || old)) {
            patience.insist(() -> volume.forceName(names.target()));
        }
        if (ready) {
            patience.insist(() -> volume.delete(names.ready()));
        }
        if (old) {
            patience.insist(() -> volume.delete(names.old()));
        }
    }

    private void writeFresh(Writing content, Path model) throws IOException {
        try (Volume.Output output = patience.insist(() -> volume.create(names.fresh(), model))) {
            content.to(output);
            output.force();
        } catch (IOException | RuntimeException e) {
            discard(names.fresh(), e);
            throw e;
        }
    }

    private void moveFreshIntoPlace() throws IOException {
        try {
            if (volume.atomicRenames(names.target())) {
                patience.insist(() -> volume.replace(names.fresh(), names.target()));
            } else {
                patience.insist(() -> volume.rename(names.fresh(), names.target()));
            }
        } catch (IOException e) {
            discard(names.fresh(), e);
            throw e;
        }
        patience.insist(() -> volume.forceName(names.target()));
    }

    private void exchange() throws IOException {
        try {
            renameForGood(names.fresh(), names.ready());
            renameForGood(names.target(), names.old());
            patience.insist(() -> volume.rename(names.ready(), names.target()));
        } catch (IOException e) {
            undo(e);
            throw e;
        }
        patience.insist(() -> volume.forceName(names.target()));
        discardQuietly(names.old());
    }

    private void renameForGood(Path from, Path to) throws IOException {
        patience.insist(() -> volume.rename(from, to));
        patience.insist(() -> volume.forceName(to));
    }

    /** The ready file stays until the old one is safely back. */
    private void undo(IOException failure) {
        try {
            if (!volume.entry(names.target()).exists()) {
                renameForGood(names.old(), names.target());
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
            return;
        }
        discard(names.ready(), failure);
        discard(names.fresh(), failure);
    }

    /** The new content is safe by now: an old file that cannot go is no failure, and the next run tries again. */
    private void discardQuietly(Path leftover) {
        try {
            patience.insist(() -> volume.delete(leftover));
        } catch (IOException e) {
            return;
        }
    }

    private void discard(Path path, Exception failure) {
        try {
            volume.delete(path);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
