// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.device.file.DeviceFileException;
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
        List<StoredReport> whole = new ArrayList<>();
        List<Listed> damaged = new ArrayList<>();
        read(folder, "", whole, damaged);
        List<Listed> found = new ArrayList<>();
        for (StoredReport stored : whole) {
            found.add(new Listed.Waiting(
                    stored.report().id(), stored.report().serialNumber(), stored.service(), stored.since()));
        }
        found.addAll(damaged);
        return found;
    }

    static List<Listed> setAside(DurableFolder folder) throws DeviceFileException {
        DurableFolder rejected = folder.folder(FileNames.REJECTED);
        List<StoredReport> whole = new ArrayList<>();
        List<Listed> damaged = new ArrayList<>();
        read(rejected, FileNames.REJECTED + "/", whole, damaged);
        List<Listed> found = new ArrayList<>();
        for (StoredReport stored : whole) {
            found.add(new Listed.Rejected(
                    stored.report().id(),
                    stored.report().serialNumber(),
                    stored.service(),
                    stored.since(),
                    why(rejected, stored.report().id())));
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

    private static void read(DurableFolder folder, String prefix, List<StoredReport> whole, List<Listed> damaged)
            throws DeviceFileException {
        for (String name : folder.names()) {
            if (!FileNames.isReport(name)) {
                continue;
            }
            Optional<Reading> reading = read(folder, name);
            if (reading.isPresent() && reading.get() instanceof Reading.Whole found) {
                whole.add(found.stored());
            } else if (reading.isPresent() && reading.get() instanceof Reading.Damaged found) {
                damaged.add(new Listed.Damaged(prefix + name, found.words()));
            }
        }
        whole.sort(Comparator.comparing(StoredReport::since)
                .thenComparing(stored -> stored.report().id()));
    }

    /** Returns what stands in a file; empty where it has gone meanwhile. */
    static Optional<Reading> read(DurableFolder folder, String name) throws DeviceFileException {
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
