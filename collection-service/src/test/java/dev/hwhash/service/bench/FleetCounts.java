// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.util.ArrayList;
import java.util.List;

/** What became of a fleet's requests, in all and over the time. */
final class FleetCounts {

    private static final long PIECE = 5_000_000_000L;

    private final long start;
    private final List<Integer> attempts = new ArrayList<>();
    private final List<Double> took = new ArrayList<>();
    private long nextPiece;
    private int begun;
    private int requests;
    private int stored;
    private int atOnce;
    private int busy;
    private int unanswered;
    private int others;
    private int kept;
    private int open;
    private int mostOpen;
    private double lastStored;
    private int[] before = new int[4];

    FleetCounts(long start) {
        this.start = start;
        nextPiece = start + PIECE;
    }

    int open() {
        return open;
    }

    int stored() {
        return stored;
    }

    int others() {
        return others;
    }

    int kept() {
        kept++;
        return kept;
    }

    void opened(FleetPc pc) {
        begun += pc.made() == 1 ? 1 : 0;
        requests++;
        open++;
        mostOpen = Math.max(mostOpen, open);
    }

    void answered(FleetPc pc, int status, long now) {
        open--;
        switch (status) {
            case 200, 201 -> {
                stored++;
                atOnce += pc.made() == 1 ? 1 : 0;
                attempts.add(pc.made());
                took.add((now - pc.startedAt()) / 1e9);
                lastStored = (now - start) / 1e9;
            }
            case 503 -> busy++;
            default -> others++;
        }
    }

    void unanswered() {
        open--;
        unanswered++;
    }

    /** Prints a line for each piece of the time. */
    void tick(long now, int waiting) {
        if (now < nextPiece) {
            return;
        }
        int[] all = {begun, requests, stored, busy + unanswered};
        System.out.printf(
                "%4d s: %6d PCs begin, %6d requests, %6d stored, %6d later; %5d connections, %6d PCs wait%n",
                (nextPiece - start) / 1_000_000_000L,
                all[0] - before[0],
                all[1] - before[1],
                all[2] - before[2],
                all[3] - before[3],
                open,
                waiting);
        before = all;
        nextPiece += PIECE;
    }

    void print() {
        attempts.sort(null);
        took.sort(null);
        System.out.printf(
                "%d PCs: %d stored, %d of them at the first request; %d stay in their outboxes until the next start%n",
                begun, stored, atOnce, kept);
        System.out.printf(
                "%d requests: %d answered by 503, %d not in 15 s, %d otherwise; %d connections at most%n",
                requests, busy, unanswered, others, mostOpen);
        System.out.printf(
                "from start to receipt p50 %.1f s, p95 %.1f s, p99 %.1f s; %d requests at most; the last after %.0f s%n",
                took.get(took.size() / 2),
                took.get((int) (took.size() * 0.95)),
                took.get((int) (took.size() * 0.99)),
                attempts.get(attempts.size() - 1),
                lastStored);
    }
}
