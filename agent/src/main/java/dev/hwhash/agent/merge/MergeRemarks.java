// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.device.SameDevice;
import dev.hwhash.device.index.Claim.Reason;
import dev.hwhash.device.index.Doubt;
import dev.hwhash.device.index.Joining;
import dev.hwhash.device.index.Joining.Contest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Words on which rows are one device. The first doubts are named, the rest counted. Not thread-safe. */
final class MergeRemarks {

    private static final int NAMED = 100;

    private final Messages messages;
    private final boolean strict;
    private final Places places;
    private final Map<Reason, Long> replaced = new EnumMap<>(Reason.class);
    private final List<Problem> problems = new ArrayList<>();
    private long duplicates;
    private long doubts;

    MergeRemarks(Messages messages, boolean strict, Places places) {
        this.messages = messages;
        this.strict = strict;
        this.places = places;
    }

    /** Says what became of a row. */
    void on(Joining joining, long place) {
        for (Contest contest : joining.contests()) {
            on(contest);
        }
        if (!joining.candidates().isEmpty()) {
            problem(
                    "device-unclear",
                    places.words(place) + ": not written: it may be the device of "
                            + places.words(joining.candidates().get(0))
                            + " or that of " + places.words(joining.candidates().get(1))
                            + ", which are two; find out which, and delete the row or give it a hardware hash");
        }
    }

    private void on(Contest contest) {
        String loser = places.words(contest.loser());
        String winner = places.words(contest.winner());
        if (contest.duplicate()) {
            duplicates++;
            messages.detail("row-duplicate", loser + " says the same as " + winner + " and is left out");
        } else {
            replaced.merge(contest.reason(), 1L, Long::sum);
            messages.detail(
                    "row-replaced",
                    loser + " gives way to " + winner + ", a row of the same device " + words(contest.reason()));
        }
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case SOUNDNESS -> "with a better hardware hash";
            case HASH_TIME -> "whose hardware hash was made later";
            case COLLECTED_AT -> "that was collected later";
            case ORDER -> "that comes later in the input";
        };
    }

    /** Says which devices somebody should look at. */
    void on(Doubt doubt) {
        String one = places.words(doubt.place());
        String other = places.words(doubt.other());
        if (doubt.verdict() == SameDevice.CONFLICT) {
            doubt(
                    "device-conflict",
                    other + " has the serial number and SMBIOS UUID of " + one
                            + " but another TPM; both rows stay: find out which PC still exists");
        } else {
            warn(
                    "device-uncertain",
                    other + " may be the same device as " + one + ", which the rows do not tell; both stay");
        }
    }

    private void doubt(String id, String words) {
        if (strict) {
            problem(id, words + " (--strict)");
        } else {
            warn(id, words);
        }
    }

    private void problem(String id, String words) {
        if (problems.size() < NAMED) {
            problems.add(new Problem(ExitCode.INPUT_ERRORS, id, words));
        } else {
            messages.detail(id, words);
        }
    }

    private void warn(String id, String words) {
        doubts++;
        if (doubts <= NAMED) {
            messages.warning(id, words);
        } else {
            messages.detail(id, words);
        }
    }

    /** Says how many doubts were not named. */
    void onDoubtsNotNamed() {
        if (doubts > NAMED) {
            messages.warning("more-doubts", (doubts - NAMED) + " more devices are in doubt; --verbose names them");
        }
    }

    /** Returns the conflicts that fail the run. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns what became of the rows that are not written, for the last message. */
    String summary() {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Reason, Long> entry : replaced.entrySet()) {
            parts.add(entry.getValue() + " gave way to one " + words(entry.getKey()));
        }
        if (duplicates > 0) {
            parts.add(duplicates + " said the same as another");
        }
        return parts.isEmpty() ? "" : "; of the others " + String.join(", ", parts);
    }
}
