// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.connection.ConnectionSettings;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.uploader.Ended;
import dev.hwhash.uploader.Run;
import dev.hwhash.uploader.Uploader;
import dev.hwhash.uploader.http.TransportSettings;
import dev.hwhash.uploader.http.UnusableSettingsException;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Listed;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One drain of the outbox, or with {@code --wait} as many as it takes. Used once. */
final class Delivery {

    /** How long a run stands still of its own accord: nobody sits before a PC for longer. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    /** Between two drains: what stood in the way of the first one does not pass in a moment. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** To tell what became of each report, on a slow PC too. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** Another run of hwhash on the same outbox sends the same reports. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SendRequest request;
    private final Session session;
    private final Destination destination;
    private final Outbox outbox;
    private final Fates fates;

    Delivery(SendRequest request, Session session, Destination destination, Outbox outbox, Optional<UUID> own) {
        this.request = request;
        this.session = session;
        this.destination = destination;
        this.outbox = outbox;
        this.fates = new Fates(session.messages(), outbox, own);
    }

    /**
     * Sends, and tells what became of each report.
     *
     * @throws OutboxException if the outbox cannot be used
     * @throws ProblemException if something by which to connect cannot be used
     */
    List<Problem> run() throws OutboxException, ProblemException {
        ExitCode late = request.untilDone() ? ExitCode.WAIT_DEADLINE : ExitCode.NOT_REACHABLE;
        session.deadline().busyWith(late, "upload-timeout", "reports were sent; what is left is kept in the outbox");
        RetryPolicy policy =
                request.untilDone() ? RetryPolicy.DEFAULT.withAttempts(Integer.MAX_VALUE) : RetryPolicy.DEFAULT;
        TransportSettings settings = ConnectionSettings.of(request.proxy(), request.caFile(), session);
        try (Uploader uploader = Uploader.of(outbox, settings, policy)) {
            drain(uploader);
            while (request.untilDone() && fates.mayStillGo() && pause()) {
                drain(uploader);
            }
        } catch (UnusableSettingsException e) {
            throw new ProblemException(ExitCode.USAGE, "settings-refused", e.getMessage());
        }
        return fates.report(late, destination.withoutToken());
    }

    /** Returns what has become of the device of this run. */
    LastReceipt.State ownState() {
        return fates.ownState();
    }

    private void drain(Uploader uploader) throws OutboxException {
        fates.begin();
        Duration time = beforeLastWords(session.deadline().remaining());
        Duration standstill = request.untilDone() ? time : STANDSTILL;
        Duration patience = time.compareTo(PATIENCE) < 0 ? time : PATIENCE;
        Ended ended = uploader.send(
                new Run(destination.service(), destination.tokens(), time, standstill, patience), fates::accept);
        if (ended instanceof Ended.Busy busy) {
            fates.busy(busy.words());
        } else if (ended instanceof Ended.Done done) {
            for (Listed.Damaged damaged : done.damaged()) {
                session.messages()
                        .warning(
                                "report-damaged",
                                damaged.name() + " in the outbox " + outbox.path() + " is no report: " + damaged.words()
                                        + "; it is moved to damaged and not sent");
            }
        }
    }

    /** A run that ends by itself tells more than one that is ended. */
    private static Duration beforeLastWords(Duration left) {
        Duration shorter = left.minus(LAST_WORDS);
        return shorter.compareTo(LAST_WORDS) < 0 ? left : shorter;
    }

    /** Returns whether there is time for one more drain. */
    private boolean pause() {
        Duration left = session.deadline().remaining();
        if (left.toMillis() < 1000) {
            return false;
        }
        Duration half = left.dividedBy(2);
        try {
            Thread.sleep((half.compareTo(PAUSE) < 0 ? half : PAUSE).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
