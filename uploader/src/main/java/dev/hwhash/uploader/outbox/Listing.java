// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.device.file.DeviceFileException.Reason;
import dev.hwhash.device.file.DurableFolder;
import dev.hwhash.uploader.outbox.ReportFile.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at the files of an outbox, without changing any. */
final class Listing {

    private Listing() {}

    static List<Listed> waiting(DurableFolder folder) throws DeviceFileException {
        List<Listed.Waiting> whole = new ArrayList<>();
        List<Listed> damaged = new ArrayList<>();
        read(folder, "", whole, damaged);
        List<Listed> found = new ArrayList<>(whole);
        found.addAll(damaged);
        return found;
    }

    static List<StoredReport> stored(DurableFolder folder) throws DeviceFileException {
        List<StoredReport> found = new ArrayList<>();
        for (String name : folder.names()) {
            if (FileNames.isReport(name) && read(folder, name).orElse(null) instanceof Reading.Whole whole) {
                found.add(whole.stored());
            }
        }
        found.sort(Comparator.comparing(StoredReport::since));
        return found;
    }

    static List<Listed> setAside(DurableFolder folder) throws DeviceFileException {
        DurableFolder rejected = folder.folder(FileNames.REJECTED);
        List<Listed.Waiting> whole = new ArrayList<>();
        List<Listed> damaged = new ArrayList<>();
        read(rejected, FileNames.REJECTED + "/", whole, damaged);
        List<Listed> found = new ArrayList<>();
        for (Listed.Waiting once : whole) {
            found.add(new Listed.Rejected(
                    once.id(), once.serialNumber(), once.target(), once.since(), why(rejected, once.id())));
        }
        found.addAll(damaged);
        for (String name : folder.folder(FileNames.DAMAGED).names()) {
            found.add(new Listed.Damaged(FileNames.DAMAGED + "/" + name, "it was damaged"));
        }
        return found;
    }

    private static Rejection why(DurableFolder rejected, UUID id) throws DeviceFileException {
        Optional<byte[]> text = rejected.read(FileNames.reason(id));
        return text.isEmpty()
                ? new Rejection(Rejection.UNKNOWN, "no reason was kept")
                : Rejection.ofText(new String(text.get(), US_ASCII));
    }

    private static void read(DurableFolder folder, String prefix, List<Listed.Waiting> whole, List<Listed> damaged)
            throws DeviceFileException {
        for (String name : folder.names()) {
            if (!FileNames.isReport(name)) {
                continue;
            }
            Optional<Reading> reading = read(folder, name);
            if (reading.isPresent() && reading.get() instanceof Reading.Whole found) {
                whole.add(listed(found.stored()));
            } else if (reading.isPresent() && reading.get() instanceof Reading.Damaged found) {
                damaged.add(new Listed.Damaged(prefix + name, found.words()));
            }
        }
        whole.sort(Comparator.comparing(Listed.Waiting::since).thenComparing(Listed.Waiting::id));
    }

    private static Listed.Waiting listed(StoredReport stored) {
        return new Listed.Waiting(
                stored.report().id(), stored.report().serialNumber(), stored.target(), stored.since());
    }

    /** Returns what stands in a file; empty where it has gone meanwhile. */
    static Optional<Reading> read(DurableFolder folder, String name) throws DeviceFileException {
        try {
            return readFile(folder, name);
        } catch (DeviceFileException e) {
            // Somebody's link or folder must not keep the reports beside it from being sent.
            if (e.reason() == Reason.LINK || e.reason() == Reason.NOT_A_FILE) {
                return Optional.of(new Reading.Damaged(e.getMessage()));
            }
            throw e;
        }
    }

    private static Optional<Reading> readFile(DurableFolder folder, String name) throws DeviceFileException {
        Optional<Long> bytes = folder.bytes(name);
        if (bytes.isPresent() && bytes.get() > Room.LARGEST_FILE) {
            return Optional.of(new Reading.Damaged("it has " + bytes.get() + " bytes"));
        }
        Optional<UUID> id = FileNames.id(name);
        if (id.isEmpty()) {
            return Optional.of(new Reading.Damaged("its name is no report id"));
        }
        Optional<byte[]> content = folder.read(name);
        return content.isEmpty() ? Optional.empty() : Optional.of(ReportFile.read(content.get(), id.get()));
    }
}
