// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends the devices of one batch, in parts: the first one makes the batch if need be, the others add to it. */
final class Sending {

    /** How long a new batch may take to be seen. */
    private static final Duration LATE = Duration.ofMinutes(3);

    private final PartnerCenter center;
    private final Posting posting;
    private final Batches batches;
    private final BatchSearch search;
    private final Roll roll;
    private final String batch;
    private final boolean ofUser;
    private final Deadline deadline;
    private final Patience patience;
    private Optional<Trouble> unseen = Optional.empty();

    Sending(Workplace at, String batch, boolean ofUser) {
        this.center = at.center();
        this.posting = at.posting();
        this.batches = at.batches();
        this.search = at.search();
        this.roll = at.roll();
        this.batch = batch;
        this.ofUser = ofUser;
        this.deadline = at.deadline();
        this.patience = new Patience(at.deadline(), LATE);
    }

    /**
     * Sends devices that have certainly not arrived.
     *
     * @param devices all of this batch
     * @param most how many go together
     * @throws StoppedException if there is no use in going on
     * @throws LedgerException if the ledger takes no more
     */
    void send(List<Entry> devices, int most) throws StoppedException, LedgerException {
        Deque<List<Entry>> waiting = new ArrayDeque<>(Chunks.of(devices, most));
        while (!waiting.isEmpty()) {
            if (deadline.over()) {
                throw new StoppedException(
                        new Trouble(Why.DEADLINE, "the time was up before it was sent; run the command again"));
            }
            Optional<Trouble> obstacle = obstacle();
            if (obstacle.isPresent()) {
                waiting.forEach(chunk -> roll.unsettle(chunk, obstacle.get()));
                return;
            }
            List<List<Entry>> next = new ArrayList<>(send(waiting.removeFirst()));
            while (!next.isEmpty()) {
                waiting.addFirst(next.remove(next.size() - 1));
            }
        }
    }

    /** Returns what keeps the rest of this batch, and not of others. */
    private Optional<Trouble> obstacle() throws StoppedException {
        boolean needsUser = unseen.isEmpty() && !ofUser && !batches.has(batch);
        return needsUser ? Optional.of(ErrorWords.needsUser(batch)) : unseen;
    }

    /** Sends a part; returns what is to be sent next in its place. */
    private List<List<Entry>> send(List<Entry> chunk) throws StoppedException, LedgerException {
        List<UUID> ids = chunk.stream().map(Entry::id).toList();
        Shipment shipment =
                new Shipment(UUID.randomUUID(), Optional.of(batch), !batches.has(batch), ids, Optional.empty());
        roll.ledger().sending(shipment);
        Posted posted = posting.post(shipment, chunk);
        if (posted instanceof Posted.Unanswered unanswered) {
            if (!unanswered.mayHaveArrived()) {
                roll.ledger().notTaken(shipment);
            }
            throw new StoppedException(unanswered.trouble());
        }
        return posted instanceof Posted.Objected objected
                ? afterObjection(shipment, chunk, objected.error())
                : List.of();
    }

    private List<List<Entry>> afterObjection(Shipment shipment, List<Entry> chunk, ErrorAnswer error)
            throws StoppedException, LedgerException {
        boolean perhapsThere = shipment.newBatch() && (error.isConflict() || error.isAboutContent());
        Optional<List<Entry>> missing = perhapsThere ? search.missing(batch, chunk) : Optional.empty();
        roll.ledger().notTaken(shipment);
        if (missing.isPresent()) {
            // The list has not shown it yet, or somebody else has made it meanwhile.
            batches.made(batch);
            return missing.get().isEmpty() ? List.of() : List.of(missing.get());
        }
        if (error.isAboutContent()) {
            return afterRefusal(chunk, error);
        }
        boolean late = shipment.newBatch() ? error.isConflict() : error.isNotFound();
        if (late) {
            waitForBatch(error);
            return List.of(chunk);
        }
        throw new StoppedException(center.trouble(error));
    }

    /** One device can spoil a part: it is found by halves, and the others are sent. */
    private List<List<Entry>> afterRefusal(List<Entry> chunk, ErrorAnswer error) throws LedgerException {
        if (chunk.size() > 1) {
            return Chunks.halves(chunk);
        }
        String code = error.code().isEmpty() ? String.valueOf(error.status()) : error.code();
        roll.end(
                chunk.get(0).id(),
                new Fate.Refused(
                        code,
                        "",
                        "Partner Center does not take this device (" + error.shown()
                                + "); check its row: hwhash check --for partner-center"));
        return List.of();
    }

    private void waitForBatch(ErrorAnswer error) {
        if (patience.pause()) {
            batches.forget();
            return;
        }
        unseen = Optional.of(new Trouble(
                Why.NEEDS_MENDING,
                "batch " + Named.batch(batch) + " was not to be seen in time (" + error.shown()
                        + "); run the command again later, and look whether its name has letters that an address may"
                        + " not hold"));
    }
}
