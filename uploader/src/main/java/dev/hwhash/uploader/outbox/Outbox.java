// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.device.file.DurableFolder;
import dev.hwhash.uploader.outbox.OutboxException.Reason;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.Target;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports on disk until the service has them. One file for each, named by its id, which holds its target and never a
 * token. A report is there whole, or was never taken; it leaves by {@link Drain#remove} or {@link Drain#reject} alone.
 * Immutable; any number of threads and processes may use the same folder at once.
 */
public final class Outbox {

    /** Short: whoever adds or moves a file. */
    private static final String FOLDER_LOCK = "outbox.lock";
    /** Long: whoever sends what waits. */
    private static final String DRAIN_LOCK = "drain.lock";
    /** How long a change waits for that of another process: far longer than one takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DurableFolder folder;
    private final OutboxLimits limits;
    private final Clock clock;

    /**
     * Names an outbox; touches no disk.
     *
     * @param folder where its files are or shall be
     * @param limits how much it keeps
     * @param refuseLinks true where this process is elevated: a link or another reparse point in the place of one of
     *     its folders or files is then refused
     * @param clock this PC's time, for the age of what waits
     */
    public Outbox(Path folder, OutboxLimits limits, boolean refuseLinks, Clock clock) {
        this(new DurableFolder(folder, refuseLinks), limits, clock);
    }

    /** Names an outbox in a folder that is there already in another way, as a test's is. */
    Outbox(DurableFolder folder, OutboxLimits limits, Clock clock) {
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Returns where the outbox is.
     *
     * @return an absolute path
     */
    public Path path() {
        return folder.path();
    }

    /**
     * Takes a report. When this returns, it is on the disk.
     *
     * @param report the report
     * @param target where it shall go
     * @throws OutboxException if it is not taken: the outbox or the disk is full, or cannot be written
     */
    public void add(Report report, Target target) throws OutboxException {
        add(List.of(report), target);
    }

    /**
     * Takes reports, all or none: one look at the folder, however many they are. When this returns, they are on the
     * disk. A power cut meanwhile leaves any of them, each whole.
     *
     * @param reports the reports, to be sent in this order
     * @param target where they shall go
     * @throws OutboxException if none is taken: the outbox or the disk is full, or cannot be written
     */
    public void add(List<Report> reports, Target target) throws OutboxException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Instant since = clock.instant();
        for (Report report : reports) {
            files.put(FileNames.report(report.id()), ReportFile.write(new StoredReport(report, target, since)));
            // What waits is sent in the order of these times.
            since = since.plusNanos(1);
        }
        changing(() -> {
            Room.require(folder, folder.removeUnfinished(), limits, files.values());
            folder.put(files);
        });
    }

    /**
     * Lists what waits, without a lock: what another process removes meanwhile is left out.
     *
     * @return what waits and what stands among it and cannot be read, oldest first
     * @throws OutboxException if the folder cannot be read
     */
    public List<Listed> waiting() throws OutboxException {
        return reading(() -> Listing.waiting(folder));
    }

    /**
     * Reads what waits, hashes too, without a lock: what another process removes meanwhile is left out.
     *
     * @return the whole reports, oldest first
     * @throws OutboxException if the folder cannot be read
     */
    public List<StoredReport> stored() throws OutboxException {
        return reading(() -> Listing.stored(folder));
    }

    /**
     * Lists what was set aside.
     *
     * @return what was refused or grew too old, oldest first, then what was damaged
     * @throws OutboxException if a folder cannot be read
     */
    public List<Listed> setAside() throws OutboxException {
        return reading(() -> Listing.setAside(folder));
    }

    /**
     * Takes the right to send what waits, which one process or thread at a time has.
     *
     * @param most how long to wait for another one; zero: try once
     * @return the right, given back by closing it; or empty where another had it all the time
     * @throws OutboxException if the outbox cannot be used at all
     */
    public Optional<Drain> drain(Duration most) throws OutboxException {
        return reading(() -> {
            if (!folder.exists()) {
                folder.create();
            }
            Optional<Closeable> lock = folder.lock(DRAIN_LOCK, most);
            return lock.isEmpty() ? Optional.empty() : Optional.of(new Drain(this, folder, lock.get()));
        });
    }

    /**
     * Returns the file that tells what has become of the last report.
     *
     * @return a file in the outbox's folder, which need not exist
     */
    public LastReceiptFile lastReceipt() {
        return new LastReceiptFile(folder.path());
    }

    OutboxLimits limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }

    /** Runs a change of names under the lock that all changes take. */
    void changing(Change change) throws OutboxException {
        reading(() -> {
            folder.create();
            Optional<Closeable> lock = folder.lock(FOLDER_LOCK, PATIENCE);
            if (lock.isEmpty()) {
                throw new OutboxException(
                        Reason.LOCKED,
                        "cannot write " + folder.path() + ": another process has held " + FOLDER_LOCK + " for "
                                + PATIENCE.toSeconds() + " s; wait for it to end",
                        null);
            }
            Closeable held = lock.get();
            try (held) {
                change.run();
            }
            return true;
        });
    }

    /** A change of the outbox's files. */
    @FunctionalInterface
    interface Change {
        void run() throws IOException;
    }

    /** A look at the outbox's files. */
    @FunctionalInterface
    interface Look<T> {
        T run() throws IOException;
    }

    static <T> T reading(Look<T> look) throws OutboxException {
        try {
            return look.run();
        } catch (OutboxException e) {
            throw e;
        } catch (DeviceFileException e) {
            throw new OutboxException(Reason.DISK, e.getMessage(), e);
        } catch (IOException e) {
            throw new OutboxException(Reason.DISK, "cannot use the outbox: " + e + "; check the disk", e);
        }
    }
}
