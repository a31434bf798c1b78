// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** One change of a device file whose lock is held. */
final class Update {

    private final Volume volume;
    private final Companions names;
    private final boolean refuseLinks;
    private final Patience patience;

    Update(Volume volume, Companions names, boolean refuseLinks, Patience patience) {
        this.volume = volume;
        this.names = names;
        this.refuseLinks = refuseLinks;
        this.patience = patience;
    }

    void apply(Edit edit) throws IOException, EditRefusedException {
        Optional<byte[]> current = new Leftovers(volume, names, refuseLinks, patience).repair();
        byte[] next = edit.apply(current);
        if (current.isPresent() && Arrays.equals(current.get(), next)) {
            return;
        }
        Location.checkSize(names.target(), next.length);
        refuseReadOnly();
        new Replacement(volume, names, patience).put(output -> output.write(next), current.isPresent());
    }

    /** A rename asks only for the folder's permission on POSIX, so the file's own is looked at. */
    void refuseReadOnly() throws IOException {
        if (volume.entry(names.target()).readOnly()) {
            throw new DeviceFileException(
                    Reason.READ_ONLY,
                    "cannot write " + names.target() + ": the file is read-only; clear its read-only attribute",
                    null);
        }
    }
}
