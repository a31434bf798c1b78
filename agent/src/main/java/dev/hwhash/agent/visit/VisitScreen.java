// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.util.List;
import java.util.Optional;

/** What the technician sees in the end, for somebody who has never heard of hwhash; pure. */
final class VisitScreen {

    private static final String PULL = "You can pull out the stick.";

    private VisitScreen() {}

    /**
     * Returns the lines.
     *
     * @param outcome what came of the visit
     * @param last what happens next of its own accord; empty: nothing
     */
    static List<String> of(Outcome outcome, String last) {
        Frame frame = new Frame().blank().drawn(outcome.verdict().letters()).blank();
        frame.words(headline(outcome)).blank();
        facts(frame, outcome);
        for (String advice : Advice.of(outcome)) {
            frame.words(advice);
        }
        frame.words(PULL).blank();
        if (!last.isEmpty()) {
            frame.words(last).blank();
        }
        return frame.lines();
    }

    private static String headline(Outcome outcome) {
        return switch (outcome.verdict()) {
            case DONE ->
                outcome.sending() == Outcome.Sending.DELIVERED
                        ? "This PC is done: saved and sent."
                        : "This PC is done.";
            case SAVED -> saved(outcome);
            case FAILED -> "Nothing was saved for this PC.";
        };
    }

    private static String saved(Outcome outcome) {
        if (outcome.files().isEmpty()) {
            return outcome.sending() == Outcome.Sending.DELIVERED
                    ? "Sent, but NOT SAVED in a file."
                    : "Kept to be sent later, but NOT SAVED in a file.";
        }
        if (!outcome.onStick()) {
            return "Saved on THIS PC, NOT ON THE STICK.";
        }
        return switch (outcome.sending()) {
            case WAITING -> "Saved on the stick, NOT SENT YET.";
            case REFUSED -> "Saved on the stick, NOT SENT: the service did not take it.";
            case IMPOSSIBLE -> "Saved on the stick, NOT SENT.";
            case NOT_ASKED, DELIVERED -> "Saved on the stick, but not everything went well.";
        };
    }

    private static void facts(Frame frame, Outcome outcome) {
        List<DeviceRecord> devices = outcome.devices();
        if (devices.size() == 1) {
            facts(frame, devices.get(0));
        } else if (devices.size() > 1) {
            frame.fact("PCs", Integer.toString(devices.size()));
        }
        if (!outcome.files().isEmpty()) {
            frame.fact(
                    "File",
                    outcome.files().size() == 1
                            ? outcome.files().get(0).toString()
                            : outcome.files().size() + " files in "
                                    + outcome.files().get(0).getParent());
        }
        if (outcome.sending() == Outcome.Sending.DELIVERED && outcome.code().isPresent()) {
            frame.fact("Code", outcome.code().get().toString());
        }
        Optional<Problem> worst = worst(outcome);
        if (worst.isPresent()) {
            frame.fact("Reason", worst.get().id() + " (" + worst.get().exit().code() + "), told above this frame");
        }
        if (!devices.isEmpty() || worst.isPresent()) {
            frame.blank();
        }
    }

    private static void facts(Frame frame, DeviceRecord device) {
        String made = device.value(Field.MANUFACTURER).orElse("") + " "
                + device.value(Field.MODEL).orElse("");
        frame.fact("Serial number", device.value(Field.SERIAL_NUMBER).orElse("none"));
        if (!made.isBlank()) {
            frame.fact("Make, model", made.strip());
        }
        frame.fact("Group tag", device.value(Field.GROUP_TAG).orElse("none"));
    }

    private static Optional<Problem> worst(Outcome outcome) {
        ExitCode exit = ExitCode.of(outcome.problems());
        return outcome.problems().stream()
                .filter(problem -> problem.exit() == exit)
                .findFirst();
    }
}
