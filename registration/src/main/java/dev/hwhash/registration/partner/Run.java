// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Shipment;
import dev.hwhash.registration.Unsettled.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One run: what is in doubt is cleared up, what was not sent is sent, what was taken is followed. */
final class Run {

    private final Workplace at;
    private final CustomerId customer;
    private final boolean ofUser;
    private final int mostTogether;

    Run(Workplace at, CustomerId customer, boolean ofUser, int mostTogether) {
        this.at = at;
        this.customer = customer;
        this.ofUser = ofUser;
        this.mostTogether = mostTogether;
    }

    void through(List<Shipment> unfinished, Depth depth) throws LedgerException {
        List<Shipment> followed = new ArrayList<>();
        List<Shipment> doubtful = new ArrayList<>();
        for (Shipment shipment : unfinished) {
            if (!at.roll().open(shipment).isEmpty()) {
                (shipment.tracking().isPresent() ? followed : doubtful).add(shipment);
            }
        }
        followed.forEach(job -> job.batch().ifPresent(at.batches()::made));
        Optional<Trouble> trouble = sent(followed, doubtful);
        if (trouble.isPresent() && isSilent(trouble.get())) {
            at.roll().unsettleRest(trouble.get());
            return;
        }
        follow(followed, depth);
        trouble.ifPresent(at.roll()::unsettleRest);
    }

    /** Sends all that is not with Partner Center; returns what has stopped that. */
    private Optional<Trouble> sent(List<Shipment> followed, List<Shipment> doubtful) throws LedgerException {
        try {
            List<Entry> free = free(followed, doubtful);
            for (Shipment shipment : doubtful) {
                free.addAll(new Doubts(at, ofUser).clear(shipment));
            }
            for (Map.Entry<String, List<Entry>> batch : byBatch(free).entrySet()) {
                new Sending(at, batch.getKey(), ofUser).send(batch.getValue(), mostTogether);
            }
            return Optional.empty();
        } catch (StoppedException e) {
            return Optional.of(e.trouble());
        }
    }

    /** Returns the devices that were never sent, without those that cannot be. */
    private List<Entry> free(List<Shipment> followed, List<Shipment> doubtful) throws LedgerException {
        Set<UUID> sent = new HashSet<>();
        followed.forEach(shipment -> sent.addAll(shipment.devices()));
        doubtful.forEach(shipment -> sent.addAll(shipment.devices()));
        List<Entry> free = new ArrayList<>();
        for (Entry entry : at.roll().open()) {
            Optional<Fate.Refused> refusal =
                    sent.contains(entry.id()) ? Optional.empty() : Intake.refusal(entry.device());
            if (refusal.isPresent()) {
                at.roll().end(entry.id(), refusal.get());
            } else if (!sent.contains(entry.id())) {
                free.add(entry);
            }
        }
        return free;
    }

    private static Map<String, List<Entry>> byBatch(List<Entry> devices) {
        Map<String, List<Entry>> batches = new LinkedHashMap<>();
        for (Entry device : devices) {
            batches.computeIfAbsent(Intake.batch(device.device()), name -> new ArrayList<>())
                    .add(device);
        }
        return batches;
    }

    private void follow(List<Shipment> earlier, Depth depth) throws LedgerException {
        List<Shipment> jobs = new ArrayList<>(earlier);
        jobs.addAll(at.posting().taken());
        Following following = new Following(at, customer, jobs);
        try {
            if (depth == Depth.ENDED) {
                following.toTheEnd();
            } else {
                new Following(at, customer, earlier).once();
                following.unsettle(new Trouble(
                        Why.TAKEN, "Partner Center has it and has not told what became of it; run the command again"));
            }
        } catch (StoppedException e) {
            following.unsettle(e.trouble());
        }
    }

    /** Nobody answers, or the time is up: there is no use in asking for anything else. */
    private static boolean isSilent(Trouble trouble) {
        return trouble.why() == Why.UNREACHABLE || trouble.why() == Why.DEADLINE;
    }
}
