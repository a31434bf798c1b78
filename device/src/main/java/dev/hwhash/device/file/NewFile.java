// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.IOException;

/** A whole new content for a device file whose lock is held, without a look at what it held before. */
final class NewFile {

    private final Volume volume;
    private final Companions names;
    private final boolean refuseLinks;
    private final Patience patience;

    NewFile(Volume volume, Companions names, boolean refuseLinks, Patience patience) {
        this.volume = volume;
        this.names = names;
        this.refuseLinks = refuseLinks;
        this.patience = patience;
    }

    /** Writes it; the content's own failure comes back in an {@link Unfinished}. */
    void write(Content<?> content, boolean overwrite) throws IOException {
        Location location = new Location(volume, refuseLinks);
        boolean exists = location.checkedUnread(names.target()).exists();
        boolean leftover = location.checked(names.ready()).exists()
                || location.checked(names.old()).exists();
        if ((exists || leftover) && !overwrite) {
            throw new DeviceFileException(
                    Reason.EXISTS,
                    "cannot write " + names.target() + ": it exists already; take another name, or --overwrite",
                    null);
        }
        if (leftover) {
            new Leftovers(volume, names, refuseLinks, patience).repair();
        }
        new Update(volume, names, refuseLinks, patience).refuseReadOnly();
        patience.insist(() -> volume.delete(names.fresh()));
        new Replacement(volume, names, patience).put(output -> write(content, output), exists || leftover);
    }

    private static void write(Content<?> content, Volume.Output output) throws IOException {
        try {
            content.writeTo(output::write);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Unfinished(e);
        }
    }

    /** Carries the content's own failure past what repairs the disk. */
    static final class Unfinished extends IOException {

        private static final long serialVersionUID = 1L;

        private final Exception failure;

        Unfinished(Exception failure) {
            super(failure);
            this.failure = failure;
        }

        Exception failure() {
            return failure;
        }
    }
}
