// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the file that a path means, and refuses what is none. */
final class Location {

    /** As many as Linux follows (path_resolution(7)); Windows follows 63. */
    private static final int MAX_LINKS = 40;

    private final Volume volume;
    private final boolean refuseLinks;

    Location(Volume volume, boolean refuseLinks) {
        this.volume = volume;
        this.refuseLinks = refuseLinks;
    }

    /** Returns where the file lies or shall lie, to be read: behind all links that it is reached by. */
    Path resolve(Path path) throws IOException {
        Path resolved = resolveUnread(path);
        checkSize(resolved, volume.entry(resolved).size());
        return resolved;
    }

    /** Returns the same where nobody will read what it holds, so that its size does not matter. */
    Path resolveUnread(Path path) throws IOException {
        Path at = path;
        Entry entry = volume.entry(at);
        for (int links = 0; entry.kind() == Entry.Kind.LINK && !refuseLinks; links++) {
            if (links == MAX_LINKS) {
                throw failure(Reason.LINK, path, "too many symbolic links", "name the file itself");
            }
            at = at.resolveSibling(volume.linkTarget(at));
            entry = volume.entry(at);
        }
        check(at, entry);
        checkFolder(at, entry);
        return at;
    }

    /** Refuses anything but a file that can be read, or nothing, at a path that is to be used as it is. */
    Entry checked(Path path) throws IOException {
        Entry entry = checkedUnread(path);
        checkSize(path, entry.size());
        return entry;
    }

    /** The same for a file that nobody will read. */
    Entry checkedUnread(Path path) throws IOException {
        Entry entry = volume.entry(path);
        check(path, entry);
        return entry;
    }

    private void check(Path path, Entry entry) throws DeviceFileException {
        switch (entry.kind()) {
            case LINK -> throw failure(Reason.LINK, path, "it is a symbolic link", "name the file itself");
            case FOLDER, JUNCTION -> throw failure(Reason.NOT_A_FILE, path, "it is a folder", "name a file in it");
            case DEVICE -> throw failure(Reason.NOT_A_FILE, path, "it is a device", "name a file");
            case REPARSE_POINT -> refuseReparsePoint(path);
            default -> {}
        }
    }

    private void refuseReparsePoint(Path path) throws DeviceFileException {
        if (refuseLinks) {
            throw failure(Reason.LINK, path, "it is a reparse point", "name a plain file, or run it not elevated");
        }
    }

    private void checkFolder(Path path, Entry entry) throws IOException {
        Path folder = path.getParent();
        if (!entry.exists() && folder != null && !volume.entry(folder).exists()) {
            throw failure(Reason.FOLDER_MISSING, path, "the folder " + folder + " does not exist", "create it");
        }
    }

    static void checkSize(Path path, long bytes) throws DeviceFileException {
        if (bytes > DeviceFile.MAX_BYTES) {
            throw failure(Reason.TOO_LARGE, path, bytes + " bytes, more than 256 MiB", "split it");
        }
    }

    private static DeviceFileException failure(Reason reason, Path path, String seen, String remedy) {
        return new DeviceFileException(reason, "cannot use " + path + ": " + seen + "; " + remedy, null);
    }
}
