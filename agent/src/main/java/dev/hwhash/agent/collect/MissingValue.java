// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.collector.Answer;
import dev.hwhash.device.Field;
import java.util.Optional;

/** Why a device has no value for a field, and how a run ends that needs it. */
final class MissingValue {

    private final Optional<Answer> answer;
    private final boolean fromCapture;
    private final boolean fromTool;

    MissingValue(Candidate candidate, Field field) {
        this.answer = candidate.answer(field);
        this.fromCapture = candidate.isCapture();
        this.fromTool = field == Field.HARDWARE_HASH && candidate.isOfTool();
    }

    /** Returns whether Windows could not be asked: another time there may be a value. */
    boolean isFailure() {
        return answer.isPresent() && (answer.get() instanceof Answer.TimedOut || answer.get() instanceof Answer.Failed);
    }

    boolean isDenied() {
        return answer.isPresent() && answer.get() instanceof Answer.Denied;
    }

    /** Returns how the run ends; a capture that holds no value is an error of that file. */
    ExitCode exit(ExitCode whereThereIsNone) {
        if (isDenied()) {
            return ExitCode.ACCESS_DENIED;
        }
        if (isFailure()) {
            return ExitCode.WMI_FAILED;
        }
        return fromCapture ? ExitCode.INPUT_ERRORS : whereThereIsNone;
    }

    String id(String whereThereIsNone) {
        if (isDenied()) {
            return "access-denied";
        }
        if (isFailure()) {
            return fromTool ? "oa3tool-failed" : "wmi-failed";
        }
        return whereThereIsNone;
    }

    String why() {
        if (answer.isPresent() && answer.get() instanceof Answer.NoValue none) {
            return none.why();
        }
        return fromCapture
                ? "the capture holds none"
                : "this PC has a blank one; have the maker's tool write it to SMBIOS";
    }
}
