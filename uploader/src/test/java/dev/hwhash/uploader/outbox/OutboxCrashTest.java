// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.TestDevices;
import dev.hwhash.device.file.DurableFolder;
import dev.hwhash.device.file.FaultCount;
import dev.hwhash.device.file.SimulatedStick;
import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Cuts the power, or kills the process, after each operation of adding, delivering and setting aside, with all that was
 * not forced lost or not, and goes on from what is found.
 */
class OutboxCrashTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final ServiceUrl SERVICE = Service.url("https://intake.example");
    private static final Report DELIVERED = Report.of(TestDevices.device("DELIVERED"), "1.2.3");
    private static final Report REFUSED = Report.of(TestDevices.device("REFUSED"), "1.2.3");
    private static final Rejection WHY = new Rejection("hash-damaged", "it is damaged");
    private static final int ENOUGH = 20;

    private final List<String> losses = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int cuts;
    private int states;

    /** What is known to have been promised or begun. */
    private record Promises(boolean deliveredAdded, boolean refusedAdded, boolean receiptCame, boolean refusalCame) {}

    /** A step: what it does, what is promised while it runs, and what once it has returned. */
    private enum Step {
        ADD_DELIVERED {
            @Override
            void take(Outbox outbox) throws OutboxException {
                outbox.add(DELIVERED, SERVICE);
            }

            @Override
            Promises ended(Promises before) {
                return new Promises(true, before.refusedAdded, before.receiptCame, before.refusalCame);
            }
        },
        ADD_REFUSED {
            @Override
            void take(Outbox outbox) throws OutboxException {
                outbox.add(REFUSED, SERVICE);
            }

            @Override
            Promises ended(Promises before) {
                return new Promises(before.deliveredAdded, true, before.receiptCame, before.refusalCame);
            }
        },
        ADD_BOTH {
            @Override
            void take(Outbox outbox) throws OutboxException {
                outbox.add(List.of(DELIVERED, REFUSED), SERVICE);
            }

            @Override
            Promises ended(Promises before) {
                return new Promises(true, true, before.receiptCame, before.refusalCame);
            }
        },
        DRAIN {
            @Override
            void take(Outbox outbox) throws OutboxException {
                try (Drain drain = outbox.drain(Duration.ZERO).orElseThrow()) {
                    drain.work();
                    drain.remove(DELIVERED.id());
                    Optional<StoredReport> refused = drain.take(REFUSED.id());
                    if (refused.isPresent()) {
                        drain.reject(refused.get(), WHY);
                    }
                }
            }

            @Override
            Promises begun(Promises before) {
                return new Promises(before.deliveredAdded, before.refusedAdded, true, true);
            }
        };

        abstract void take(Outbox outbox) throws OutboxException;

        Promises begun(Promises before) {
            return before;
        }

        Promises ended(Promises before) {
            return begun(before);
        }
    }

    /** In each build short stories, of one report each and of both at once; with all faults longer ones. */
    private static final List<List<Step>> STORIES = FaultCount.of(0, 1) == 0
            ? List.of(
                    List.of(Step.ADD_DELIVERED, Step.DRAIN, Step.DRAIN),
                    List.of(Step.ADD_REFUSED, Step.DRAIN, Step.DRAIN),
                    List.of(Step.ADD_BOTH, Step.DRAIN))
            : List.of(
                    List.of(Step.ADD_BOTH, Step.DRAIN, Step.DRAIN),
                    List.of(Step.ADD_DELIVERED, Step.ADD_REFUSED, Step.DRAIN, Step.DRAIN),
                    List.of(Step.ADD_REFUSED, Step.DRAIN, Step.ADD_DELIVERED, Step.DRAIN));

    private static Outbox outbox(DurableFolder folder) {
        return new Outbox(folder, OutboxLimits.DEFAULT, CLOCK);
    }

    @Test
    void noCutOnAJournaledStickLosesOrHalvesAReport() throws Exception {
        explore(SimulatedStick::journaled, "journaled");
        report("with a journal");
    }

    @Test
    void noCutOnFatLosesOrHalvesAReport() throws Exception {
        explore(SimulatedStick::fat, "FAT");
        report("with FAT");
    }

    @Test
    void aDiskThatLiesIsNoticed() throws Exception {
        explore(SimulatedStick::lying, "lying");
        assertThat(losses).isNotEmpty();
    }

    private void explore(Supplier<SimulatedStick> stick, String name) throws IOException {
        for (List<Step> steps : STORIES) {
            seen.clear();
            explore(stick.get(), new Promises(false, false, false, false), steps, name);
        }
    }

    private void report(String where) {
        System.out.println("outbox " + where + ": " + cuts + " cuts, " + states + " states looked at, " + losses.size()
                + " losses");
        assertThat(losses).isEmpty();
        assertThat(cuts).isGreaterThan(40);
    }

    private void explore(SimulatedStick stick, Promises promises, List<Step> steps, String story) throws IOException {
        if (losses.size() >= ENOUGH || !seen.add(steps.size() + stick.key() + promises)) {
            return;
        }
        states++;
        if (!holds(stick, promises, story) || steps.isEmpty()) {
            return;
        }
        Step step = steps.get(0);
        for (int cut = 1; ; cut++) {
            SimulatedStick running = stick.cutAfter(cut);
            boolean ended = running.use(folder -> step.take(outbox(folder)));
            Promises now = ended ? step.ended(promises) : step.begun(promises);
            String chapter = story + ", " + step + (ended ? " whole" : " cut after " + cut);
            cuts++;
            explore(running.afterKill(), now, steps.subList(1, steps.size()), chapter + " by a kill");
            for (SimulatedStick found : running.afterPowerCut()) {
                explore(found, now, steps.subList(1, steps.size()), chapter + " " + found);
            }
            if (ended) {
                return;
            }
        }
    }

    private boolean holds(SimulatedStick stick, Promises promises, String story) throws IOException {
        int before = losses.size();
        stick.afterKill().use(folder -> {
            Outbox outbox = outbox(folder);
            Set<Report> waiting = new HashSet<>();
            for (Listed listed : outbox.waiting()) {
                expect(listed instanceof Listed.Waiting, story + ": " + listed);
                if (listed instanceof Listed.Waiting found) {
                    try (Drain drain = outbox.drain(Duration.ZERO).orElseThrow()) {
                        waiting.add(drain.take(found.id()).orElseThrow().report());
                    }
                }
            }
            Set<Report> whole = Set.of(DELIVERED, REFUSED);
            expect(whole.containsAll(waiting), story + ": other bytes wait");
            boolean deliveredWaits = waiting.contains(DELIVERED);
            boolean refusedWaits = waiting.contains(REFUSED);
            boolean setAside = isSetAside(outbox, story);
            expect(!promises.deliveredAdded || promises.receiptCame || deliveredWaits, story + ": lost");
            expect(
                    !promises.refusedAdded || refusedWaits || (promises.refusalCame && setAside),
                    story + ": lost on its way aside");
            expect(promises.refusalCame || !setAside, story + ": set aside without a refusal");
        });
        return losses.size() == before;
    }

    private boolean isSetAside(Outbox outbox, String story) throws OutboxException {
        boolean found = false;
        for (Listed listed : outbox.setAside()) {
            boolean whole = listed instanceof Listed.Rejected rejected
                    && rejected.id().equals(REFUSED.id())
                    && rejected.why().equals(WHY);
            expect(whole, story + ": set aside as " + listed);
            found |= whole;
        }
        return found;
    }

    private void expect(boolean held, String loss) {
        if (!held) {
            losses.add(loss);
        }
    }
}
