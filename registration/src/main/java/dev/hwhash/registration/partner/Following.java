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
    private final List<Shipment> jobs;

    Following(Workplace at, CustomerId customer, List<Shipment> jobs) {
        this.at = at;
        this.customer = customer;
        this.jobs = new ArrayList<>(jobs);
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
                unsettle(
                        Why.DEADLINE,
                        "Partner Center had not decided when the time was up; run the command again to"
                                + " see what became of it");
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
        for (Shipment job : List.copyOf(jobs)) {
            if (look(job)) {
                jobs.remove(job);
            }
        }
    }

    /** Keeps the same of all that have no end yet. */
    void unsettle(Why why, String words) {
        jobs.forEach(job -> at.roll().unsettle(at.roll().open(job), new Trouble(why, words)));
    }

    /** Returns whether there is nothing more to be seen. */
    private boolean look(Shipment job) throws StoppedException, LedgerException {
        Optional<Tracking> tracking = job.tracking().flatMap(path -> at.center().tracking(path));
        if (tracking.isEmpty()) {
            throw new StoppedException(foreign());
        }
        String path = Paths.VERSION + tracking.get().path();
        Optional<JsonNode> body = at.center().read(path);
        if (body.isEmpty()) {
            return false;
        }
        JobStatus status = JobStatus.of(body.get())
                .orElseThrow(() -> new StoppedException(at.center().unreadable(path)));
        if (status.ended()) {
            end(job, status);
        }
        return at.roll().open(job).isEmpty();
    }

    private void end(Shipment job, JobStatus status) throws LedgerException {
        List<Optional<DeviceRecord>> sent = new ArrayList<>();
        for (UUID device : job.devices()) {
            sent.add(at.roll().entry(device).map(Entry::device));
        }
        List<Optional<DeviceStatus>> found = StatusMatching.of(sent, status.devices());
        for (int i = 0; i < found.size(); i++) {
            Optional<Fate> fate = found.get(i).flatMap(DeviceFate::of);
            if (fate.isPresent()) {
                at.roll().end(job.devices().get(i), fate.get());
            }
        }
    }

    private Trouble foreign() {
        return new Trouble(
                Why.NEEDS_MENDING,
                "what was noted of a shipment is no job of customer " + customer
                        + "; upload with the customer ID that it was sent with");
    }
}
