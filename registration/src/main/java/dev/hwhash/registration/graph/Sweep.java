// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.graph.GraphAnswer.Done;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * Removes Intune's records of imports that are over; the registrations stay. A record that stays does no harm, so no
 * device waits for this and no failure of it is told.
 */
final class Sweep {

    /** For one record: longer than Intune has a write wait. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST_FAILURES = 3;

    private final Graph graph;
    private final Pace pace;
    private final Deque<String> records = new ArrayDeque<>();

    Sweep(Graph graph, Pace pace) {
        this.graph = graph;
        this.pace = pace;
    }

    void later(Collection<String> ids) {
        records.addAll(ids);
    }

    /** Removes what Intune takes at once; what fails is left for the end. */
    void during(Deadline slot) {
        boolean done = true;
        while (done && goesOn(slot) && graph.delayOfWrite().isZero()) {
            done = removed(slot);
        }
    }

    /** Removes all, as fast as Intune takes it, until that fails again and again. */
    void finish(Deadline deadline) {
        int failures = 0;
        while (failures < MOST_FAILURES && goesOn(deadline)) {
            Duration left = deadline.left();
            boolean done = removed(new Deadline(left.compareTo(LONGEST) < 0 ? left : LONGEST, pace));
            failures = done ? 0 : failures + 1;
        }
    }

    private boolean goesOn(Deadline deadline) {
        return !records.isEmpty() && !deadline.over() && !Thread.currentThread().isInterrupted();
    }

    private boolean removed(Deadline deadline) {
        String record = records.removeFirst();
        try {
            if (graph.delete(Paths.imported(record), deadline) instanceof Done) {
                return true;
            }
        } catch (GraphException e) {
            // The registration is what counts; whoever cares sees the record in Intune.
        }
        records.addLast(record);
        return false;
    }
}
