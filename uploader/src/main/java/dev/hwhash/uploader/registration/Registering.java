// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.registration;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.uploader.outbox.Drain;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.outbox.StoredReport;
import dev.hwhash.uploader.report.RegistrationTarget;
import dev.hwhash.uploader.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Registers what waits in an outbox for one target. One thread at a time; another process that sends from the same
 * outbox is waited for.
 */
public final class Registering {

    private final Outbox outbox;
    private final RegistrationTarget target;

    /**
     * Makes it; touches no disk.
     *
     * @param outbox what waits
     * @param target whose devices are taken out of it
     */
    public Registering(Outbox outbox, RegistrationTarget target) {
        this.outbox = outbox;
        this.target = target;
    }

    /** How a run has ended. Immutable. */
    public sealed interface Ended {

        /**
         * Each device has had its turn.
         *
         * @param left those without an end, which wait in the outbox
         */
        record Done(List<Left> left) implements Ended {

            /** Copies the list. */
            public Done {
                left = List.copyOf(left);
            }
        }

        /**
         * Another process has been sending all the time that there was to wait.
         *
         * @param words what was seen and what to do
         */
        record Busy(String words) implements Ended {}
    }

    /**
     * A device that waits, and why.
     *
     * @param report the device as a report
     * @param unsettled why it has no end yet
     */
    public record Left(Report report, Unsettled unsettled) {}

    /**
     * Registers what waits.
     *
     * @param registrar of the target
     * @param depth how far to go
     * @param deadline when to stop
     * @param patience how long of that another process may keep the outbox
     * @param ends told of each device that has its end, as soon as that is on the disk
     * @return what is left
     * @throws OutboxException if the outbox cannot be used; what was not told still waits
     */
    public Ended run(
            Registrar registrar,
            Registrar.Depth depth,
            Deadline deadline,
            Duration patience,
            BiConsumer<Report, Fate> ends)
            throws OutboxException {
        Optional<Drain> right = outbox.drain(patience);
        if (right.isEmpty()) {
            return new Ended.Busy("another process is sending from " + outbox.path()
                    + " and has not ended in time; its end tells what became of these devices");
        }
        try (Drain drain = right.get()) {
            return run(drain, registrar, depth, deadline, ends);
        }
    }

    private Ended run(
            Drain drain, Registrar registrar, Registrar.Depth depth, Deadline deadline, BiConsumer<Report, Fate> ends)
            throws OutboxException {
        Map<UUID, StoredReport> waiting = waiting(drain);
        if (waiting.isEmpty()) {
            return new Ended.Done(List.of());
        }
        OutboxLedger ledger = new OutboxLedger(drain, waiting, ends);
        try {
            List<Unsettled> left =
                    registrar.register(entries(waiting), unfinished(drain, waiting.keySet()), ledger, depth, deadline);
            return new Ended.Done(left(left, waiting));
        } catch (LedgerException e) {
            if (e.getCause() instanceof OutboxException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    private Map<UUID, StoredReport> waiting(Drain drain) throws OutboxException {
        Map<UUID, StoredReport> waiting = new LinkedHashMap<>();
        for (UUID id : drain.work().ids()) {
            Optional<StoredReport> stored = drain.take(id);
            if (stored.isPresent() && stored.get().target().equals(target)) {
                waiting.put(id, stored.get());
            }
        }
        return waiting;
    }

    private static List<Shipment> unfinished(Drain drain, Set<UUID> waiting) throws OutboxException {
        List<Shipment> unfinished = new ArrayList<>(drain.shipments());
        unfinished.removeIf(shipment -> Collections.disjoint(shipment.devices(), waiting));
        return unfinished;
    }

    private static List<Entry> entries(Map<UUID, StoredReport> waiting) {
        List<Entry> entries = new ArrayList<>();
        waiting.forEach((id, stored) ->
                entries.add(new Entry(id, stored.report().device().orElse(DeviceRecord.EMPTY))));
        return entries;
    }

    private static List<Left> left(List<Unsettled> unsettled, Map<UUID, StoredReport> waiting) {
        List<Left> left = new ArrayList<>();
        for (Unsettled one : unsettled) {
            StoredReport stored = waiting.get(one.device());
            if (stored != null) {
                left.add(new Left(stored.report(), one));
            }
        }
        return left;
    }
}
