// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.service.background.BackgroundThread;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.registration.RegistrationQueue.UnderWay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers what is approved in the replica whose turn it is, on a thread of its own: sends what is queued, follows what
 * is under way, and rests. What a stop or a crash leaves is found in the queue by the next whose turn it is. Thread-safe; to be closed before the database.
 */
public final class RegistrationLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationLoop.class);

    /** As many as one import of Intune takes, and half of what Partner Center does. */
    static final int MOST_AT_ONCE = 500;

    /** With their hashes some MB; more are sent when some of these have their end. */
    static final int MOST_UNDER_WAY = 2_000;

    private static final Duration SENDING = Duration.ofSeconds(60);

    /**
     * What is approved meanwhile waits for so long at most. It cannot be less: a registrar gives up looking for what may
     * have arrived, and for what is said to be there, after some minutes of one run.
     */
    private static final Duration FOLLOWING = Duration.ofMinutes(5);

    /** Longer than the naps of 25 ms in which others wait for the database. */
    private static final Duration REST = Duration.ofMillis(30);

    private final RegistrationQueue queue;
    private final TurnLedger ledger;
    private final Turn turn;
    private final Registrar registrar;
    private final Clock clock;
    private final Pace pace;
    private final BackgroundThread thread = new BackgroundThread("registration");
    private final Semaphore woken = new Semaphore(0);
    private final Looks looks;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private int roundsInTrouble;

    /**
     * Makes one that does nothing before {@link #start}.
     *
     * @param queue what is done
     * @param registrar who does it
     * @param clock says since when there is trouble
     * @param pace by which deadlines pass
     * @param turn says whether this replica registers
     */
    public RegistrationLoop(RegistrationQueue queue, Registrar registrar, Clock clock, Pace pace, Turn turn) {
        this.queue = queue;
        this.turn = turn;
        this.ledger = new TurnLedger(queue, turn);
        this.registrar = registrar;
        this.clock = clock;
        this.pace = pace;
        this.looks = new Looks(pace);
    }

    /** Begins. */
    public void start() {
        thread.execute(this::run);
    }

    /** Has the next round be now, though there was trouble. */
    public void wake() {
        woken.release();
    }

    /**
     * Returns what is the matter.
     *
     * @return empty where the last round got through, or there was none
     */
    public Optional<Trouble> trouble() {
        return trouble;
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (thread.rest(Duration.ZERO)) {
            awaken(pause);
            pause = turn.isMine() ? round() : settled(Optional.empty());
        }
    }

    private void awaken(Duration pause) {
        try {
            if (woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what there is to do; returns how long to rest. */
    Duration round() {
        try {
            while (queue.readDecisions() && thread.rest(REST)) {
                LOG.trace("more decisions");
            }
            return work();
        } catch (LedgerException e) {
            return e.getCause() instanceof ChangedException ? Pauses.IDLE : failed(e, e.getMessage());
        } catch (RuntimeException e) {
            return failed(e, "a defect of the service, or its database takes no write; its log says more");
        }
    }

    /** Returns how long to rest. */
    private Duration work() throws LedgerException {
        boolean full = queue.countUnderWay() >= MOST_UNDER_WAY;
        List<Entry> queued = full ? List.of() : queue.queued(MOST_AT_ONCE);
        Optional<String> unsent = queued.isEmpty() ? Optional.empty() : send(queued);
        boolean sendsOn = queued.size() == MOST_AT_ONCE && unsent.isEmpty();
        Optional<Followed> followed = !sendsOn && looks.areDue() ? follow() : Optional.empty();
        return queued.isEmpty() && followed.isEmpty()
                ? Pauses.IDLE
                : settled(unsent.or(() -> followed.flatMap(Followed::trouble)));
    }

    /** A look at what is under way, and what stood in its way. */
    private record Followed(Optional<String> trouble) {}

    /** Returns why nothing got through. */
    private Optional<String> send(List<Entry> queued) throws LedgerException {
        looks.soon();
        List<Unsettled> left = registrar.register(queued, List.of(), ledger, Depth.SENT, new Deadline(SENDING, pace));
        return Pauses.trouble(left, queued.size());
    }

    /** Returns empty where nothing is under way. */
    private Optional<Followed> follow() throws LedgerException {
        UnderWay underWay = queue.underWay(MOST_UNDER_WAY);
        if (underWay.entries().isEmpty()) {
            return Optional.empty();
        }
        List<Unsettled> left = registrar.register(
                underWay.entries(), underWay.shipments(), ledger, Depth.ENDED, new Deadline(FOLLOWING, pace));
        looks.done(left.size() < underWay.entries().size());
        return Optional.of(new Followed(Pauses.trouble(left)));
    }

    private Duration settled(Optional<String> words) {
        if (words.isPresent()) {
            return troubled(words.get());
        }
        trouble = Optional.empty();
        roundsInTrouble = 0;
        return Pauses.IDLE;
    }

    private Duration failed(Exception e, String words) {
        LOG.atError().setCause(e).addKeyValue("event", "registration-failed").log("devices wait to be registered");
        return troubled(words);
    }

    private Duration troubled(String words) {
        if (trouble.isEmpty()) {
            LOG.atWarn().addKeyValue("event", "registration-waits").log(words);
        }
        trouble = Optional.of(new Trouble(words, trouble.map(Trouble::since).orElseGet(clock::instant)));
        roundsInTrouble++;
        return Pauses.afterTrouble(roundsInTrouble);
    }

    /** Breaks off what is under way, which is looked for at the next start. */
    @Override
    public void close() {
        thread.close();
    }
}
