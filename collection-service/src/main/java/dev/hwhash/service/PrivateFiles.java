// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their owner may read, from their first moment on. */
final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    static void createDirectory(Path folder) throws IOException {
        Files.createDirectory(folder, rights("rwx------"));
    }

    static void createIfMissing(Path file) throws IOException {
        try {
            Files.createFile(file, rights("rw-------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(file)) {
                throw e;
            }
        }
    }

    /** Writes a new file, forced to disk; never over an existing one. */
    static void write(Path file, String text) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, rights("rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Returns whether others than the owner may read or write a file; on Windows the folder's own rights count. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return POSIX
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(right -> !right.name().startsWith("OWNER_"));
    }

    /** On Windows the folder's own rights count. */
    private static FileAttribute<?>[] rights(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
