// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** What to do next, in words for somebody who has never heard of hwhash; pure. */
final class Advice {

    private static final String TELL = "If that does not help, note the reason above and tell your administrator.";

    private Advice() {}

    /** Returns sentences; none where nothing is left to do. */
    static List<String> of(Outcome outcome) {
        return switch (outcome.verdict()) {
            case DONE -> List.of();
            case SAVED -> ofSaved(outcome);
            case FAILED -> List.of(ofFailed(ExitCode.of(outcome.problems())), TELL);
        };
    }

    private static List<String> ofSaved(Outcome outcome) {
        List<String> advice = new ArrayList<>();
        if (outcome.hasOthersThatFailed()) {
            advice.add("Not everything went well. Note the reason above and tell your administrator.");
        }
        if (!outcome.onStick()) {
            advice.add("The stick could not be written: it is write-protected, full or damaged. Do not wipe this PC"
                    + " before somebody has taken the file above from it; or mend the stick and start again.");
        }
        switch (outcome.sending()) {
            case WAITING ->
                advice.add(
                        outcome.onStick()
                                ? "It is sent from the stick, by itself, as soon as hwhash runs where the service can be"
                                        + " reached. There is nothing to do at this PC."
                                : "It waits on this PC to be sent. Tell your administrator.");
            case REFUSED, IMPOSSIBLE -> advice.add("Note the reason above and tell your administrator.");
            case NOT_ASKED, DELIVERED -> {}
        }
        return advice;
    }

    private static String ofFailed(ExitCode exit) {
        return switch (exit) {
            case ACCESS_DENIED ->
                "hwhash was not allowed to read this PC. Start Collect.cmd once more and answer Yes when Windows asks,"
                        + " with the name and password of an administrator if it wants one.";
            case NO_HASH ->
                "This Windows cannot give what is needed. The lines above this frame say why, and what can.";
            case WMI_FAILED -> "Windows did not answer. Restart this PC and start Collect.cmd once more.";
            case UNUSABLE_DATA ->
                "This PC gave data that nobody could use. Restart it and start Collect.cmd once more.";
            case NOT_WRITTEN ->
                "Nothing could be written, neither on the stick nor on this PC. See whether the stick is"
                        + " write-protected or full, or take another one.";
            case USAGE -> "See the lines above this frame, and start Collect.cmd once more.";
            case INPUT_ERRORS -> "A file that was to be read has errors. The lines above this frame name it.";
            case DEFECT -> "hwhash broke off. Start Collect.cmd once more.";
            case CREDENTIALS_REFUSED, REFUSED_BY_TARGET, NOT_REACHABLE, WAIT_DEADLINE, DONE ->
                "See the lines above this frame.";
        };
    }
}
