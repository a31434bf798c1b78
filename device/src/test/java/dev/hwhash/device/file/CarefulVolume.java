// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk of this machine that is treated as FAT is. */
record CarefulVolume(Volume disk) implements Volume {

    @Override
    public boolean atomicRenames(Path file) {
        return false;
    }

    @Override
    public Optional<Closeable> tryLock(Path lockFile) throws IOException {
        return disk.tryLock(lockFile);
    }

    @Override
    public Optional<Closeable> tryStandingLock(Path lockFile) throws IOException {
        return disk.tryStandingLock(lockFile);
    }

    @Override
    public Entry entry(Path path) throws IOException {
        return disk.entry(path);
    }

    @Override
    public Path linkTarget(Path link) throws IOException {
        return disk.linkTarget(link);
    }

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public Output createPrivate(Path file) throws IOException {
        return disk.createPrivate(file);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public Output create(Path file, Path model) throws IOException {
        return disk.create(file, model);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        throw new IOException("not atomic");
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void forceName(Path file) throws IOException {
        disk.forceName(file);
    }

    @Override
    public long usableBytes(Path file) {
        return disk.usableBytes(file);
    }

    @Override
    public boolean writeProtected(Path file) {
        return disk.writeProtected(file);
    }
}
