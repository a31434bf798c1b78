// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Follows jobs until their devices have their ends. */
final class Following {

    private static final Duration NO_END = Duration.ofDays(365);

    private final Workplace at;
    private final CustomerId customer;
    private final List<Job> jobs;

    Following(Workplace at, CustomerId customer, List<Shipment> taken) {
        this.at = at;
        this.customer = customer;
        this.jobs = new ArrayList<>(taken.stream().map(Job::new).toList());
    }

    /**
     * Looks at all jobs again and again.
     *
     * @throws StoppedException if Partner Center does not answer
     * @throws LedgerException if an end cannot be noted
     */
    void toTheEnd() throws StoppedException, LedgerException {
        Patience patience = new Patience(at.deadline(), NO_END);
        once();
        while (!jobs.isEmpty()) {
            if (!patience.pause()) {
                unsettle(new Trouble(
                        Why.DEADLINE,
                        "Partner Center had not decided when the time was up; run the command again to see what became"
                                + " of it"));
                return;
            }
            once();
        }
    }

    /**
     * Looks at each job once.
     *
     * @throws StoppedException if Partner Center does not answer
     * @throws LedgerException if an end cannot be noted
     */
    void once() throws StoppedException, LedgerException {
        for (Job job : List.copyOf(jobs)) {
            look(job);
            boolean ended = at.roll().open(job.shipment).isEmpty();
            if (ended || job.isVain()) {
                jobs.remove(job);
            }
            if (!ended && job.isVain()) {
                new LostTrack(at).search(job.shipment, job.isGone);
            }
        }
    }

    /** Keeps the same of all that have no end yet. */
    void unsettle(Trouble trouble) {
        jobs.forEach(job -> at.roll().unsettle(at.roll().open(job.shipment), trouble));
    }

    private void look(Job job) throws StoppedException, LedgerException {
        String noted = job.shipment.tracking().orElseThrow();
        String batch = job.shipment.batch().orElseThrow();
        if (noted.equals(at.paths().devices(batch))) {
            job.seenNothing();
            at.search().look(batch, at.roll().open(job.shipment));
            return;
        }
        Tracking tracking = at.center().tracking(noted).orElseThrow(() -> new StoppedException(foreign()));
        String path = Paths.VERSION + tracking.path();
        Optional<JsonNode> body = at.center().read(path);
        if (body.isEmpty()) {
            job.seenNothing();
            return;
        }
        JobStatus status = JobStatus.of(body.get())
                .orElseThrow(() -> new StoppedException(at.center().unreadable(path)));
        if (status.ended()) {
            job.seenItsEnd();
            end(job.shipment, status);
        }
    }

    private void end(Shipment shipment, JobStatus status) throws LedgerException {
        List<Optional<DeviceRecord>> sent = new ArrayList<>();
        for (UUID device : shipment.devices()) {
            sent.add(at.roll().entry(device).map(Entry::device));
        }
        List<Optional<Fate>> fates = JobFates.of(sent, status.devices());
        for (int i = 0; i < fates.size(); i++) {
            if (fates.get(i).isPresent()) {
                at.roll().end(shipment.devices().get(i), fates.get(i).get());
            }
        }
    }

    private Trouble foreign() {
        return new Trouble(
                Why.NEEDS_MENDING,
                "what was noted of a shipment is no job of customer " + customer
                        + "; upload with the customer ID that it was sent with");
    }

    /** A shipment that is followed. */
    private static final class Job {

        /** With the pauses between them, most of a minute: what is finished or new is not seen everywhere at once. */
        private static final int MOST_VAIN_LOOKS = 12;

        private final Shipment shipment;
        private int vainLooks;
        private boolean isGone;

        Job(Shipment shipment) {
            this.shipment = shipment;
        }

        /** There is no such job, yet or any more. */
        void seenNothing() {
            isGone = true;
            vainLooks++;
        }

        /** It is finished, which may not tell of each device. */
        void seenItsEnd() {
            isGone = false;
            vainLooks++;
        }

        boolean isVain() {
            return vainLooks >= MOST_VAIN_LOOKS;
        }
    }
}
