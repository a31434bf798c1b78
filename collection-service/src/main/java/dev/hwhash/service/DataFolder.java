// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.DatabaseLocation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder with all that the service keeps. Nobody but its owner may read it. */
final class DataFolder {

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, or takes it as it is. */
    static DataFolder prepared(Path folder) throws FailedException {
        try {
            if (!Files.isDirectory(folder)) {
                Path parent = folder.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                PrivateFiles.createDirectory(folder);
            }
            return new DataFolder(folder);
        } catch (IOException e) {
            throw failed("the folder " + folder + " cannot be made", e);
        }
    }

    /** Takes a folder that a service has made. */
    static DataFolder existing(Path folder) throws FailedException {
        DataFolder data = new DataFolder(folder);
        if (!Files.isRegularFile(data.database().file(), LinkOption.NOFOLLOW_LINKS)) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "no-data",
                    "there is no database in " + folder + "; start the service with --data " + folder + " first");
        }
        return data;
    }

    DatabaseLocation.Embedded database() {
        return new DatabaseLocation.Embedded(folder.resolve("hwhash.db"));
    }

    Path enrolment() {
        return folder.resolve("enrolment.conf");
    }

    Path firstPassword() {
        return firstPassword(folder);
    }

    static Path firstPassword(Path folder) {
        return folder.resolve("first-password.txt");
    }

    /** Locks the folder until the process ends: two services on one database would number reports alike. */
    FolderLock lock() throws FailedException {
        Path file = folder.resolve("service.lock");
        try {
            PrivateFiles.createIfMissing(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new FailedException(
                        ExitCode.NOT_WRITTEN,
                        "data-in-use",
                        "another service uses " + folder + "; stop it, or name another folder");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw failed("the lock " + file + " cannot be taken", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Makes the database's file before SQLite would with everybody's rights. */
    void createDatabase() throws FailedException {
        try {
            PrivateFiles.createIfMissing(database().file());
        } catch (IOException e) {
            throw failed("the database " + database() + " cannot be made", e);
        }
    }

    static FailedException failed(String what, IOException e) {
        String why = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e instanceof FileAlreadyExistsException ? "it is there already" : e.toString();
        return new FailedException(ExitCode.NOT_WRITTEN, "not-written", what + ": " + why + "; name another place");
    }
}
