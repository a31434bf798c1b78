// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.Inventory;
import dev.hwhash.registration.Inventory.Stock;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.service.background.BackgroundThread;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.registration.StockRecords.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what was registered against what the target has, once a day in the replica whose turn it is, and when somebody
 * asks in the one that was asked, on a thread of its own: what was deleted behind the service's back is found so. Thread-safe; to be closed before the database.
 */
public final class Reconciliation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private static final Duration EACH = Duration.ofHours(24);

    /** How often to see whether a day is over; after a failure it is tried again so soon. */
    private static final Duration LOOK = Duration.ofMinutes(10);

    /** Up to half an hour goes by until a list of Intune shows what is registered; twice that. */
    private static final Duration SETTLING = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration REST = Duration.ofMillis(30);
    private static final int PIECE = 500;

    private final StockRecords records;
    private final Inventory inventory;
    private final Clock clock;
    private final Pace pace;
    private final BackgroundThread thread = new BackgroundThread("reconciliation");
    private volatile Optional<Trouble> trouble = Optional.empty();

    /**
     * Makes one that does nothing by itself before {@link #start}.
     *
     * @param records what was registered
     * @param inventory what is there
     * @param clock says when a day is over
     * @param pace by which deadlines pass
     */
    public Reconciliation(StockRecords records, Inventory inventory, Clock clock, Pace pace) {
        this.records = records;
        this.inventory = inventory;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * Compares as soon as the last time is a day ago, and so on.
     *
     * @param turn says whether this replica does
     */
    public void start(Turn turn) {
        thread.repeat(
                turn,
                () -> {
                    if (isDue()) {
                        checkOrLog();
                    }
                },
                LOOK);
    }

    /** Has the next comparison be now; returns before it. */
    public void checkNow() {
        thread.execute(this::checkOrLog);
    }

    /**
     * Returns why the last comparison failed.
     *
     * @return empty where it did not, or there was none
     */
    public Optional<Trouble> trouble() {
        return trouble;
    }

    /**
     * Returns when all was compared last.
     *
     * @return empty where it never was
     */
    public Optional<Instant> checkedAt() {
        return records.checkedAt();
    }

    private boolean isDue() {
        try {
            return records.checkedAt()
                    .filter(last -> last.plus(EACH).isAfter(clock.instant()))
                    .isEmpty();
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("event", "reconciliation-failed")
                    .log("the database was not read");
            return false;
        }
    }

    private void checkOrLog() {
        try {
            check();
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("event", "reconciliation-failed")
                    .log("it is not known whether devices were deleted at the target");
            failed("a defect of the service, or its database takes no write; its log says more");
        }
    }

    /** Compares all once. */
    void check() {
        Instant began = clock.instant();
        Stock stock = inventory.look(records.batches(), new Deadline(PATIENCE, pace));
        if (stock instanceof Stock.NotKnown not) {
            LOG.atWarn().addKeyValue("event", "reconciliation-waits").log(not.words());
            failed(not.words());
        } else if (stock instanceof Stock.Whole whole && compare(new Presence(whole), began.minus(SETTLING))) {
            records.checked(began);
            trouble = Optional.empty();
        }
    }

    /** Returns false where the service stops meanwhile. */
    private boolean compare(Presence presence, Instant before) {
        List<Known> piece = records.piece(0, before, PIECE);
        while (!piece.isEmpty()) {
            List<Long> gone = changed(piece, presence, Presence.Change.GONE);
            List<Long> back = changed(piece, presence, Presence.Change.BACK);
            if (!gone.isEmpty() || !back.isEmpty()) {
                records.note(gone, back, before);
            }
            if (!thread.rest(REST)) {
                return false;
            }
            piece = records.piece(piece.get(piece.size() - 1).device(), before, PIECE);
        }
        return true;
    }

    private static List<Long> changed(List<Known> piece, Presence presence, Presence.Change change) {
        List<Long> devices = new ArrayList<>();
        for (Known known : piece) {
            if (presence.of(known) == change) {
                devices.add(known.device());
            }
        }
        return devices;
    }

    private void failed(String words) {
        trouble = Optional.of(new Trouble(words, trouble.map(Trouble::since).orElseGet(clock::instant)));
    }

    /** Breaks off what it does; it is done anew after the next start. */
    @Override
    public void close() {
        thread.close();
    }
}
