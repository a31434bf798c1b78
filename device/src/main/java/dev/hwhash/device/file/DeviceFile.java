// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A file of devices that is never made worse, whenever the power goes or the stick is pulled, and however many
 * processes write at once.
 *
 * <p>A change is made under an OS lock on {@code NAME.lock}. The next content is written to {@code NAME.hwhash-new},
 * forced to disk and then takes the name in one step. Where renames are not atomic (FAT, exFAT), the next content waits
 * as {@code NAME.hwhash-ready} and the one before stays as {@code NAME.hwhash-old} until the name is on the disk. What
 * a dead run left over is repaired by the next change, and seen through by {@link #read()}.
 *
 * <p>Immutable; any number of threads and processes may use it, or another one for the same path, at once. Changes of
 * one JVM are made one after the other, also those of different files.
 */
public final class DeviceFile {

    /** The most that a device file holds, in bytes: 256 MiB. */
    public static final int MAX_BYTES = 256 << 20;

    private final Path path;
    private final boolean refuseLinks;
    private final Volume volume;
    private final Timer timer;

    /**
     * Names a file; touches no disk.
     *
     * @param path the file, which need not exist; its folder must. Relative: to the working folder of this process
     * @param refuseLinks true where this process is elevated: a symbolic link or another reparse point in the place of
     *     the file is then refused. False: a symbolic link is followed, so that the link stays and the file behind it
     *     is changed, with lock and leftovers beside that file
     */
    public DeviceFile(Path path, boolean refuseLinks) {
        this(path, refuseLinks, new LocalVolume(refuseLinks), Timer.SYSTEM);
    }

    DeviceFile(Path path, boolean refuseLinks, Volume volume, Timer timer) {
        this.path = path.toAbsolutePath();
        this.refuseLinks = refuseLinks;
        this.volume = volume;
        this.timer = timer;
    }

    /**
     * Tells whether a file is a lock or a leftover beside some device file, by its name. It is none to read rows from.
     *
     * @param file any path, existing or not
     * @return whether its name ends as those of the lock file and the temporary files do
     */
    public static boolean isCompanion(Path file) {
        return Companions.isCompanion(String.valueOf(file.getFileName()));
    }

    /**
     * Tells whether a leftover beside some device file is all that is left of it: whoever reads every file of a folder
     * would lose its rows otherwise. What {@link #read()} of that device file would return.
     *
     * @param file any path, existing or not
     * @return whether it is complete, and the file that it belongs to is missing or empty
     */
    public static boolean isSurvivor(Path file) {
        return Companions.isSurvivor(file);
    }

    /**
     * Returns the content as an update would see it: also what only a leftover of a dead run holds. Takes no lock and
     * changes nothing; a file that another program keeps open is tried for 5 s.
     *
     * @return the content, or empty where the file does not exist
     * @throws DeviceFileException if it cannot be read, its folder does not exist, or it is not a file to be read here
     */
    public Optional<byte[]> read() throws DeviceFileException {
        try {
            Companions names = new Companions(new Location(volume, refuseLinks).resolve(path));
            return new Leftovers(volume, names, refuseLinks, new Patience(Patience.SHARING, timer)).content();
        } catch (IOException e) {
            throw new Diagnosis(volume, "read", path).of(e);
        }
    }

    /**
     * Changes the content under the file's lock. When this returns, the new content is on the disk, as far as the
     * system tells the truth about that.
     *
     * @param edit what to change; called once at most, and not to update a device file itself
     * @param patience how long to wait for other writers in all; a program that keeps the file open is waited for
     *     within it, but for 5 s at most. Zero: try once
     * @throws DeviceFileException if the file cannot be changed; what it held before is kept
     * @throws EditRefusedException if the edit refuses; nothing is changed
     * @throws IllegalStateException if called by an edit
     */
    public void update(Edit edit, Duration patience) throws DeviceFileException, EditRefusedException {
        Patience wait = new Patience(patience, timer);
        try {
            Location location = new Location(volume, refuseLinks);
            Companions names = new Companions(location.resolve(path));
            Closeable lock = new Turn(volume, location, wait).take(names.lock());
            try (lock) {
                new Update(volume, names, refuseLinks, wait).apply(edit);
            }
        } catch (IOException e) {
            throw new Diagnosis(volume, "write", path).of(e);
        }
    }

    /**
     * Writes a whole new file, of any size, under the file's lock. Until the content has come to its end and is on the
     * disk, nothing has that name that had it not before.
     *
     * @param content what it will hold; called once at most, and not to use a device file itself
     * @param overwrite whether a file that is there may be replaced
     * @param patience how long to wait for other writers in all, as with an update
     * @param <E> why the content may not come to its end
     * @throws DeviceFileException if the file exists and may not be replaced, or cannot be written; what it held before
     *     is kept
     * @throws E if the content did not come to its end; what the file held before is kept
     * @throws IllegalStateException if called by an edit or a content
     */
    public <E extends Exception> void create(Content<E> content, boolean overwrite, Duration patience)
            throws DeviceFileException, E {
        Patience wait = new Patience(patience, timer);
        try {
            Location location = new Location(volume, refuseLinks);
            Companions names = new Companions(location.resolveUnread(path));
            Closeable lock = new Turn(volume, location, wait).take(names.lock());
            try (lock) {
                new NewFile(volume, names, refuseLinks, wait).write(content, overwrite);
            }
        } catch (NewFile.Unfinished e) {
            @SuppressWarnings("unchecked") // Nothing else can come out of the content.
            E failure = (E) e.failure();
            throw failure;
        } catch (IOException e) {
            throw new Diagnosis(volume, "write", path).of(e);
        }
    }
}
