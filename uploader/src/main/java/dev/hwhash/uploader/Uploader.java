// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.uploader.http.OkHttpTransport;
import dev.hwhash.uploader.http.Transport;
import dev.hwhash.uploader.http.TransportSettings;
import dev.hwhash.uploader.http.UnusableSettingsException;
import dev.hwhash.uploader.outbox.Drain;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.outbox.StoredReport;
import dev.hwhash.uploader.report.ServiceUrl;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sends what waits in an outbox. A report leaves it by its own receipt, or by a refusal in the service's own words; all
 * else stays. One thread at a time; another process that sends from the same outbox is waited for.
 */
public final class Uploader implements AutoCloseable {

    private final Outbox outbox;
    private final Transport transport;
    private final RetryPolicy policy;
    private final Pace pace;

    /**
     * Makes an uploader; connects to nothing yet.
     *
     * @param outbox what waits
     * @param settings how a service is reached
     * @param policy when to try again
     * @return an uploader, to be closed
     * @throws UnusableSettingsException if a file of certificates cannot be used
     */
    public static Uploader of(Outbox outbox, TransportSettings settings, RetryPolicy policy)
            throws UnusableSettingsException {
        return new Uploader(outbox, OkHttpTransport.of(settings), policy, Pace.SYSTEM);
    }

    Uploader(Outbox outbox, Transport transport, RetryPolicy policy, Pace pace) {
        this.outbox = outbox;
        this.transport = transport;
        this.policy = policy;
        this.pace = pace;
    }

    /**
     * Sends what waits, one report after the other, each until it has an end, its attempts or the time are used up.
     * Each is told once, in the order in which they were added. A thread that is interrupted ends the run as if its
     * time were up.
     *
     * @param run how much may be done
     * @param fates told of each report as soon as its fate is on the disk
     * @return how the run has ended
     * @throws OutboxException if the outbox cannot be used; what was not told still waits
     */
    public Ended send(Run run, Consumer<Fate> fates) throws OutboxException {
        Deadline deadline = new Deadline(run.time(), run.standstill(), pace);
        Optional<Drain> right = outbox.drain(deadline.atMost(run.patience()));
        if (right.isEmpty()) {
            return new Ended.Busy("another process is sending from " + outbox.path()
                    + " and has not ended in time; its end tells what became of these reports");
        }
        Deliveries deliveries = new Deliveries(transport, policy, run, deadline, pace);
        try (Drain drain = right.get()) {
            return send(drain, deliveries, run, fate -> {
                if (fate instanceof Fate.Delivered || fate instanceof Fate.Refused) {
                    deadline.move();
                }
                fates.accept(fate);
            });
        } finally {
            if (deliveries.interrupted()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Ended send(Drain drain, Deliveries deliveries, Run run, Consumer<Fate> fates)
            throws OutboxException {
        Drain.Work work = drain.work();
        for (StoredReport old : work.tooOld()) {
            fates.accept(Fates.tooOld(old));
        }
        for (UUID id : work.ids()) {
            Optional<StoredReport> stored = drain.take(id);
            if (stored.isPresent() && stored.get().target() instanceof ServiceUrl service && run.concerns(service)) {
                fates.accept(settle(drain, deliveries, stored.get(), service));
            }
        }
        return new Ended.Done(work.damaged());
    }

    private static Fate settle(Drain drain, Deliveries deliveries, StoredReport stored, ServiceUrl service)
            throws OutboxException {
        Fate fate = deliveries.deliver(stored, service);
        if (fate instanceof Fate.Delivered delivered) {
            drain.remove(delivered.reportId());
        } else if (fate instanceof Fate.Refused refused) {
            drain.reject(stored, Fates.rejection(refused));
        }
        return fate;
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        transport.close();
    }
}
