// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The disks of this machine. Thread-safe. */
final class LocalVolume implements Volume {

    private final OpenOption[] reading;

    /** Reparse points are opened as themselves only where they are refused: OneDrive's hold no content of their own. */
    LocalVolume(boolean refuseLinks) {
        this.reading = refuseLinks ? new OpenOption[] {READ, NOFOLLOW_LINKS} : new OpenOption[] {READ};
    }

    @Override
    public Optional<Closeable> tryLock(Path lockFile) throws IOException {
        return LockFile.tryLock(lockFile);
    }

    @Override
    public Optional<Closeable> tryStandingLock(Path lockFile) throws IOException {
        return StandingLock.tryLock(lockFile);
    }

    @Override
    public Entry entry(Path path) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
            return new Entry(kind(found), found.size(), isReadOnly(path, found));
        } catch (NoSuchFileException e) {
            return Entry.MISSING;
        }
    }

    private static Entry.Kind kind(BasicFileAttributes found) {
        if (found.isSymbolicLink()) {
            return Entry.Kind.LINK;
        }
        if (found.isDirectory()) {
            return found.isOther() ? Entry.Kind.JUNCTION : Entry.Kind.FOLDER;
        }
        if (found.isRegularFile()) {
            return Entry.Kind.FILE;
        }
        return found instanceof DosFileAttributes ? Entry.Kind.REPARSE_POINT : Entry.Kind.DEVICE;
    }

    private static boolean isReadOnly(Path path, BasicFileAttributes found) {
        return found instanceof DosFileAttributes dos ? dos.isReadOnly() : !Files.isWritable(path);
    }

    @Override
    public Path linkTarget(Path link) throws IOException {
        return Files.readSymbolicLink(link);
    }

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, reading)) {
            ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (content.hasRemaining()) {
                if (channel.read(content) < 0) {
                    throw new IOException("the file became shorter while it was read");
                }
            }
            return Optional.of(content.array());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Output create(Path file, Path model) throws IOException {
        return new LocalOutput(Ownership.of(model).create(file, CREATE_NEW, WRITE));
    }

    @Override
    public Output createPrivate(Path file) throws IOException {
        return new LocalOutput(Ownership.createPrivate(file, CREATE_NEW, WRITE));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        Path above = folder.getParent();
        if (Files.isDirectory(folder)) {
            return;
        }
        if (above != null) {
            createFolder(above);
        }
        Ownership.createPrivateFolder(folder);
        try {
            forceName(folder);
        } catch (AccessDeniedException e) {
            // Windows opens no folder; NTFS has the name in its journal before that of any file in it.
            return;
        }
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            names.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    @Override
    public boolean atomicRenames(Path file) {
        try {
            return isAtomic(Files.getFileStore(folder(file)).type());
        } catch (IOException e) {
            return false;
        }
    }

    /** FAT in all its names, what FUSE hides the name of, and UDF: none of them has a journal. */
    static boolean isAtomic(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return !(name.isBlank()
                || name.contains("fat")
                || name.contains("msdos")
                || name.startsWith("fuse")
                || name.equals("udf"));
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Windows opens no folder; there the flush of a file takes its directory entry along. */
    @Override
    public void forceName(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(folder(file), READ)) {
            folder.force(true);
        } catch (AccessDeniedException e) {
            try (FileChannel channel = FileChannel.open(file, WRITE)) {
                channel.force(true);
            }
        }
    }

    @Override
    public long usableBytes(Path file) {
        try {
            return Files.getFileStore(folder(file)).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public boolean writeProtected(Path file) {
        try {
            return Files.getFileStore(folder(file)).isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    private record LocalOutput(FileChannel channel) implements Output {

        @Override
        public void write(byte[] content) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
