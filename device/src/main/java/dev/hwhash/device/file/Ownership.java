// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose a file is and who may use it, on POSIX. On Windows a new file inherits its folder's ACL, as any other does. */
final class Ownership {

    private final @Nullable PosixFileAttributes like;

    private Ownership(@Nullable PosixFileAttributes like) {
        this.like = like;
    }

    /** Reads it from a file; where there is none, new files are as the system makes them. */
    static Ownership of(Path model) throws IOException {
        try {
            return new Ownership(Files.readAttributes(model, PosixFileAttributes.class));
        } catch (NoSuchFileException | UnsupportedOperationException e) {
            return new Ownership(null);
        }
    }

    /** Creates a file that this account alone may use, where the file system knows accounts. */
    static FileChannel createPrivate(Path file, OpenOption... options) throws IOException {
        try {
            return FileChannel.open(file, Set.of(options), attribute("rw-------"));
        } catch (UnsupportedOperationException e) {
            return FileChannel.open(file, options);
        }
    }

    /** The same for a folder; one that is there already stays as it is. */
    static void createPrivateFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, attribute("rwx------"));
        } catch (UnsupportedOperationException e) {
            Files.createDirectories(folder);
        }
    }

    private static FileAttribute<?> attribute(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** Creates a file with the same owner and permissions. Nobody else can read it before it has them. */
    FileChannel create(Path file, OpenOption... options) throws IOException {
        if (like == null) {
            return FileChannel.open(file, options);
        }
        Set<PosixFilePermission> owner = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(owner);
        FileChannel channel = FileChannel.open(file, Set.of(options), ownerOnly);
        give(Files.getFileAttributeView(file, PosixFileAttributeView.class), like);
        return channel;
    }

    /** A file system that refuses this (FAT has no owners) leaves the file closed to others, never more open. */
    private static void give(PosixFileAttributeView view, PosixFileAttributes like) {
        try {
            PosixFileAttributes now = view.readAttributes();
            if (!now.group().equals(like.group())) {
                view.setGroup(like.group());
            }
            if (!now.owner().equals(like.owner())) {
                view.setOwner(like.owner());
            }
            if (!now.permissions().equals(like.permissions())) {
                view.setPermissions(like.permissions());
            }
        } catch (IOException e) {
            return;
        }
    }
}
