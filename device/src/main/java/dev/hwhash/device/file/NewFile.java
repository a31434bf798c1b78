// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.DeviceFileException.Reason;
import dev.hwhash.device.file.Replacement.Writing;
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
        Entry target = location.checkedUnread(names.target());
        Entry ready = location.checkedUnread(names.ready());
        Entry old = location.checkedUnread(names.old());
        if ((target.exists() || ready.exists() || old.exists()) && !overwrite) {
            throw new DeviceFileException(
                    Reason.EXISTS,
                    "cannot write " + names.target() + ": it exists already; take another name, or --overwrite",
                    null);
        }
        new Update(volume, names, refuseLinks, patience).refuseReadOnly();
        patience.insist(() -> volume.delete(names.fresh()));
        Replacement replacement = new Replacement(volume, names, patience);
        Writing writing = output -> write(content, output);
        // The first of them that holds anything is what Leftovers takes for the file; here nobody has to read it.
        if (target.size() == 0 && ready.size() > 0) {
            replacement.putBeside(names.ready(), writing);
        } else if (target.size() == 0 && old.size() > 0) {
            replacement.putBeside(names.old(), writing);
        } else {
            replacement.discardLeftovers(target.exists(), ready.exists(), old.exists());
            replacement.put(writing, target.exists());
        }
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
