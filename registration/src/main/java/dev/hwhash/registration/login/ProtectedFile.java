// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A file that its owner alone may read, in a folder that its owner alone may open; both are made so from the start. */
final class ProtectedFile {

    private static final Set<PosixFilePermission> OWNER_READS_AND_WRITES =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Set<PosixFilePermission> OWNER_ALONE = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private static final String UNFINISHED = ".tmp";

    /** Far above all that Entra ID gives one user. */
    private static final long LARGEST = 4L * 1024 * 1024;

    private final Path file;

    ProtectedFile(Path file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @return empty where there is none
     * @throws IOException if it is no plain file, or others could have read or written it; its words say so
     */
    Optional<byte[]> read() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        requireOwn();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.size() > LARGEST) {
                throw refused("it has " + channel.size() + " bytes");
            }
            ByteBuffer content = ByteBuffer.allocate((int) channel.size());
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // A read may bring less than was asked for.
            }
            return Optional.of(content.array());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void requireOwn() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("it is no plain file");
        }
        if (isOpenToOthers(file)) {
            throw refused("others can read or write it");
        }
        if (isOpenToOthers(folder())) {
            throw refused("others can open its folder");
        }
    }

    private boolean isOpenToOthers(Path path) throws IOException {
        return hasModes() && !OWNER_ALONE.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** Replaces it in one step, and returns when it is on the disk. */
    void write(byte[] content) throws IOException {
        Path folder = folder();
        Files.createDirectories(folder, rights(OWNER_ALONE));
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("it is no plain file");
        }
        if (isOpenToOthers(folder)) {
            throw refused("others can open its folder");
        }
        Path unfinished = folder.resolve(file.getFileName() + "-" + UUID.randomUUID() + UNFINISHED);
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    rights(OWNER_READS_AND_WRITES))) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Deletes it, with what a crash has left; returns whether it was there. */
    boolean delete() throws IOException {
        boolean there = Files.deleteIfExists(file);
        if (Files.isDirectory(folder())) {
            try (Stream<Path> beside = Files.list(folder())) {
                for (Path left : beside.filter(this::isLeft).toList()) {
                    Files.deleteIfExists(left);
                }
            }
        }
        return there;
    }

    private boolean isLeft(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(file.getFileName() + "-") && name.endsWith(UNFINISHED);
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalStateException("a file without a folder");
        }
        return parent;
    }

    private FileAttribute<?>[] rights(Set<PosixFilePermission> permissions) {
        return hasModes()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private boolean hasModes() {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null
                && file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileSystemException refused(String why) {
        return new FileSystemException(file.toString(), null, why);
    }
}
