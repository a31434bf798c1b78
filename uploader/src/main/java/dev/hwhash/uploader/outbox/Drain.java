// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.device.file.DurableFolder;
import dev.hwhash.registration.Shipment;
import dev.hwhash.uploader.outbox.ReportFile.Reading;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The right to send what waits in an outbox; nobody else has it until this is closed. Reports can be added meanwhile.
 * One thread at a time.
 */
public final class Drain implements Closeable {

    private final Outbox outbox;
    private final DurableFolder folder;
    private final Closeable lock;

    Drain(Outbox outbox, DurableFolder folder, Closeable lock) {
        this.outbox = outbox;
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * What there is to do.
     *
     * @param ids the reports that wait, oldest first
     * @param tooOld those that were set aside just now, for their age
     * @param damaged the files that were set aside just now, since they cannot be sent
     */
    public record Work(List<UUID> ids, List<StoredReport> tooOld, List<Listed.Damaged> damaged) {

        /** Copies the lists. */
        public Work {
            ids = List.copyOf(ids);
            tooOld = List.copyOf(tooOld);
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Looks at what waits, and sets aside what cannot or may not be sent any more.
     *
     * @return what there is to do
     * @throws OutboxException if the outbox cannot be read or changed
     */
    public Work work() throws OutboxException {
        List<UUID> ids = new ArrayList<>();
        List<StoredReport> tooOld = new ArrayList<>();
        List<Listed.Damaged> damaged = new ArrayList<>();
        for (Listed listed : outbox.waiting()) {
            if (listed instanceof Listed.Damaged found) {
                setDamagedAside(found);
                damaged.add(found);
            } else if (listed instanceof Listed.Waiting waiting && isTooOld(waiting)) {
                Optional<StoredReport> stored = take(waiting.id());
                if (stored.isPresent()) {
                    reject(stored.get(), age());
                    tooOld.add(stored.get());
                }
            } else if (listed instanceof Listed.Waiting waiting) {
                ids.add(waiting.id());
            }
        }
        return new Work(ids, tooOld, damaged);
    }

    private boolean isTooOld(Listed.Waiting waiting) {
        return waiting.since()
                .plus(outbox.limits().age())
                .isBefore(outbox.clock().instant());
    }

    private Rejection age() {
        return new Rejection(
                Rejection.TOO_OLD,
                "it has waited for more than " + outbox.limits().age().toDays()
                        + " days by this PC's clock; collect the device again");
    }

    /**
     * Reads a report that waits.
     *
     * @param id its id
     * @return the report as it was added, or empty where it is not there whole any more
     * @throws OutboxException if its file cannot be read
     */
    public Optional<StoredReport> take(UUID id) throws OutboxException {
        return Outbox.reading(() -> {
            Optional<Reading> reading = Listing.read(folder, FileNames.report(id));
            return reading.isPresent() && reading.get() instanceof Reading.Whole whole
                    ? Optional.of(whole.stored())
                    : Optional.empty();
        });
    }

    /**
     * Removes a report whose receipt has come.
     *
     * @param id its id
     * @throws OutboxException if its file cannot be removed; sending it again is harmless
     */
    public void remove(UUID id) throws OutboxException {
        outbox.changing(() -> folder.remove(FileNames.report(id)));
    }

    /**
     * Sets a report aside, with the reason; of two reasons the first stays. A power cut leaves it where it was, or there, or in both places.
     *
     * @param stored the report
     * @param why the reason
     * @throws OutboxException if it cannot be; it still waits then
     */
    public void reject(StoredReport stored, Rejection why) throws OutboxException {
        UUID id = stored.report().id();
        outbox.changing(() -> {
            DurableFolder rejected = folder.folder(FileNames.REJECTED);
            rejected.create();
            // What a run before this one has put there is not replaced: on FAT that could lose it.
            rejected.putIfMissing(FileNames.reason(id), why.text().getBytes(US_ASCII));
            rejected.putIfMissing(FileNames.report(id), ReportFile.write(stored));
            folder.remove(FileNames.report(id));
        });
    }

    /**
     * Returns what was sent together and has no end yet, and forgets what has.
     *
     * @return the shipments of which a report waits
     * @throws OutboxException if they cannot be read
     */
    public List<Shipment> shipments() throws OutboxException {
        Set<UUID> waiting = new HashSet<>();
        for (String name : Outbox.reading(folder::names)) {
            FileNames.id(name).ifPresent(waiting::add);
        }
        DurableFolder shipments = folder.folder(FileNames.SHIPMENTS);
        Map<UUID, Shipment> found = new LinkedHashMap<>();
        for (String name : Outbox.reading(shipments::names)) {
            Optional<byte[]> content =
                    FileNames.isShipment(name) ? Outbox.reading(() -> shipments.read(name)) : Optional.empty();
            Optional<Shipment> shipment = content.flatMap(ShipmentFile::read);
            if (shipment.isPresent() && Collections.disjoint(shipment.get().devices(), waiting)) {
                forget(shipment.get().id());
            } else if (shipment.isPresent()) {
                found.merge(shipment.get().id(), shipment.get(), Drain::taken);
            }
        }
        return List.copyOf(found.values());
    }

    private static Shipment taken(Shipment one, Shipment other) {
        return one.tracking().isPresent() ? one : other;
    }

    /**
     * Notes what is sent together; a note of the same id is replaced. When this returns, it is on the disk.
     *
     * @param shipment what is sent
     * @throws OutboxException if it cannot be written
     */
    public void note(Shipment shipment) throws OutboxException {
        outbox.changing(() -> {
            DurableFolder shipments = folder.folder(FileNames.SHIPMENTS);
            shipments.create();
            shipments.put(
                    FileNames.shipment(shipment.id(), shipment.tracking().isPresent()), ShipmentFile.write(shipment));
        });
    }

    /**
     * Forgets what was noted and has surely not arrived.
     *
     * @param shipment its id
     * @throws OutboxException if its file cannot be removed
     */
    public void forget(UUID shipment) throws OutboxException {
        DurableFolder shipments = folder.folder(FileNames.SHIPMENTS);
        outbox.changing(() -> {
            shipments.remove(FileNames.shipment(shipment, true));
            shipments.remove(FileNames.shipment(shipment, false));
        });
    }

    private void setDamagedAside(Listed.Damaged found) throws OutboxException {
        outbox.changing(() -> moveDamaged(found.name()));
    }

    private void moveDamaged(String name) throws DeviceFileException {
        DurableFolder damaged = folder.folder(FileNames.DAMAGED);
        damaged.create();
        folder.move(name, damaged);
    }

    /** Lets the next one send. */
    @Override
    public void close() throws OutboxException {
        try {
            lock.close();
        } catch (IOException e) {
            throw new OutboxException(OutboxException.Reason.DISK, "cannot release the outbox: " + e, e);
        }
    }
}
