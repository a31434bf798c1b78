// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.DeviceFileException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of small files, each written once and there whole or not at all, whenever the power goes. What is written is
 * on the disk when the call returns, its name too. On file systems whose renames are not atomic (FAT, exFAT) that holds
 * for names that are free; a power cut while a file is replaced there can lose both contents.
 *
 * <p>Immutable and thread-safe; whoever writes the same name from two places at once takes a {@linkplain #lock lock}.
 */
public final class DurableFolder {

    private final Path path;
    private final boolean refuseLinks;
    private final Volume volume;
    private final Timer timer;

    /**
     * Names a folder; touches no disk.
     *
     * @param path the folder, which need not exist
     * @param refuseLinks true where this process is elevated: a link or another reparse point in the place of the
     *     folder or of a file in it is then refused
     */
    public DurableFolder(Path path, boolean refuseLinks) {
        this(path, refuseLinks, new LocalVolume(refuseLinks), Timer.SYSTEM);
    }

    DurableFolder(Path path, boolean refuseLinks, Volume volume, Timer timer) {
        this.path = path.toAbsolutePath();
        this.refuseLinks = refuseLinks;
        this.volume = volume;
        this.timer = timer;
    }

    /**
     * Returns where the folder is.
     *
     * @return an absolute path
     */
    public Path path() {
        return path;
    }

    /**
     * Names a folder in this one; touches no disk.
     *
     * @param name its name
     * @return that folder, on the same terms
     */
    public DurableFolder folder(String name) {
        return new DurableFolder(path.resolve(name), refuseLinks, volume, timer);
    }

    /**
     * Tells whether the folder is there.
     *
     * @return false where nothing stands at the path
     * @throws DeviceFileException if something else than a folder does, or it cannot be seen
     */
    public boolean exists() throws DeviceFileException {
        return run("read", path, () -> {
            Entry.Kind kind = volume.entry(path).kind();
            boolean link = kind == Entry.Kind.LINK || kind == Entry.Kind.JUNCTION;
            if (link && refuseLinks) {
                throw failure(Reason.LINK, path, "it is a link", "name the folder itself, or run it not elevated");
            }
            if (!link && kind != Entry.Kind.FOLDER && kind != Entry.Kind.MISSING) {
                throw failure(Reason.NOT_A_FILE, path, "it is no folder", "name a folder");
            }
            return kind != Entry.Kind.MISSING;
        });
    }

    /**
     * Makes the folder and those above it, where they are missing: for this account alone, where the file system knows
     * accounts; elsewhere as the folder above says.
     *
     * @throws DeviceFileException if it cannot be made, or something else has its name
     */
    public void create() throws DeviceFileException {
        if (!exists()) {
            run("write", path, () -> {
                volume.createFolder(path);
                return true;
            });
        }
    }

    /**
     * Returns the names in this folder, unfinished files and folders too.
     *
     * @return names in no order; none where the folder does not exist
     * @throws DeviceFileException if it cannot be read
     */
    public List<String> names() throws DeviceFileException {
        if (!exists()) {
            return List.of();
        }
        return run("read", path, () -> {
            List<String> names = new ArrayList<>();
            for (Path found : volume.list(path)) {
                names.add(String.valueOf(found.getFileName()));
            }
            return names;
        });
    }

    /**
     * Returns the length of a file.
     *
     * @param name a name in this folder
     * @return its bytes, or empty where nothing has that name
     * @throws DeviceFileException if it is not a file to be used here, or cannot be seen
     */
    public Optional<Long> bytes(String name) throws DeviceFileException {
        Path file = path.resolve(name);
        return run("read", file, () -> {
            Entry entry = new Location(volume, refuseLinks).checkedUnread(file);
            return entry.exists() ? Optional.of(entry.size()) : Optional.<Long>empty();
        });
    }

    /**
     * Returns what a file holds.
     *
     * @param name a name in this folder
     * @return its content, or empty where nothing has that name
     * @throws DeviceFileException if it is not a file to be used here, or cannot be read
     */
    public Optional<byte[]> read(String name) throws DeviceFileException {
        Path file = path.resolve(name);
        return run("read", file, () -> {
            Entry entry = new Location(volume, refuseLinks).checked(file);
            return entry.exists() ? patience().insist(() -> volume.read(file)) : Optional.empty();
        });
    }

    /**
     * Writes a file. When this returns, it is on the disk; a file that had the name is replaced.
     *
     * @param name a name in this folder, which must exist
     * @param content what it shall hold
     * @throws DeviceFileException if it cannot be written; nothing new has the name then
     */
    public void put(String name, byte[] content) throws DeviceFileException {
        put(Map.of(name, content));
    }

    /**
     * Writes files. When this returns, all of them are on the disk; files that had the names are replaced. A power cut
     * meanwhile leaves any of them, each whole or not at all.
     *
     * @param contents what they shall hold, by their names in this folder, which must exist
     * @throws DeviceFileException if one cannot be written; none of the names that were free is taken then, as far as
     *     the disk lets go of what was written before
     */
    public void put(Map<String, byte[]> contents) throws DeviceFileException {
        new FolderBatch(path, refuseLinks, volume, timer).write(contents);
    }

    /**
     * Writes a file where none has the name. One that is there stays as it is; when this returns, it too is on the disk.
     *
     * @param name a name in this folder, which must exist
     * @param content what it shall hold
     * @throws DeviceFileException if it cannot be written or forced
     */
    public void putIfMissing(String name, byte[] content) throws DeviceFileException {
        if (bytes(name).isEmpty()) {
            put(name, content);
            return;
        }
        // Its writer may have been killed before the name was forced.
        Path file = path.resolve(name);
        run("write", file, () -> {
            volume.forceName(file);
            return true;
        });
    }

    /**
     * Removes a name, if it is there. A power cut soon after can bring it back.
     *
     * @param name a name of a file in this folder
     * @throws DeviceFileException if it cannot be removed
     */
    public void remove(String name) throws DeviceFileException {
        Path file = path.resolve(name);
        run("write", file, () -> {
            patience().insist(() -> volume.delete(file));
            return true;
        });
    }

    /**
     * Moves a file as it is, without reading it. On FAT and exFAT a power cut meanwhile can lose it.
     *
     * @param name a name in this folder
     * @param to a folder on the same volume, which must exist; a file of that name there is replaced
     * @throws DeviceFileException if it cannot be moved
     */
    public void move(String name, DurableFolder to) throws DeviceFileException {
        Path from = path.resolve(name);
        Path target = to.path.resolve(name);
        run("write", target, () -> {
            patience().insist(() -> volume.replace(from, target));
            volume.forceName(target);
            return true;
        });
    }

    /**
     * Removes what writers that died have left. Call it under the lock that all writers take.
     *
     * @return the names that are still there, folders too, in no order
     * @throws DeviceFileException if the folder cannot be read, or a leftover not be removed
     */
    public List<String> removeUnfinished() throws DeviceFileException {
        List<String> left = new ArrayList<>();
        for (String name : names()) {
            if (name.endsWith(FolderBatch.UNFINISHED)) {
                remove(name);
            } else {
                left.add(name);
            }
        }
        return left;
    }

    /**
     * Takes a lock that stands for something in this folder, among all processes and threads. Its file stays.
     *
     * @param name the lock's file in this folder, which must exist
     * @param most how long to wait for others; zero: try once
     * @return the lock, released by closing it; or empty where others held it all the time
     * @throws DeviceFileException if it cannot be taken at all
     */
    public Optional<Closeable> lock(String name, Duration most) throws DeviceFileException {
        Path file = path.resolve(name);
        return run("write", file, () -> {
            Patience wait = new Patience(most, timer);
            while (true) {
                new Location(volume, refuseLinks).checkedUnread(file);
                Optional<Closeable> lock = wait.insist(() -> volume.tryStandingLock(file));
                if (lock.isPresent() || wait.over()) {
                    return lock;
                }
                wait.pause();
            }
        });
    }

    private Patience patience() {
        return new Patience(Patience.SHARING, timer);
    }

    private <T> T run(String verb, Path file, Patience.Step<T> step) throws DeviceFileException {
        try {
            return step.run();
        } catch (IOException e) {
            throw new Diagnosis(volume, verb, file).of(e);
        }
    }

    private static DeviceFileException failure(Reason reason, Path path, String seen, String remedy) {
        return new DeviceFileException(reason, "cannot use " + path + ": " + seen + "; " + remedy, null);
    }
}
