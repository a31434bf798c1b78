// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.collector.Answer;
import dev.hwhash.collector.oa3.Oa3Outcome;
import dev.hwhash.device.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether oa3tool is asked after WMI, and what its word makes of WMI's; pure. */
final class Oa3Rules {

    private Oa3Rules() {}

    /**
     * Tells whether the tool is wanted. In Windows PE, nothing else has a hash, and the hash may stand in for a WMI that
     * is not there. In the full Windows it must be named, and does not get round a denial.
     */
    static boolean wanted(Map<Field, Answer> answers, boolean windowsPe, boolean named) {
        Optional<Answer> hash = Optional.ofNullable(answers.get(Field.HARDWARE_HASH));
        if (windowsPe) {
            return hash.isPresent() ? isMissing(hash.get()) : isAnyMissing(answers);
        }
        return named && hash.isPresent() && isMissing(hash.get()) && !(hash.get() instanceof Answer.Denied);
    }

    /** Returns the tool's word as an answer. */
    static Answer answer(Oa3Outcome outcome) {
        if (outcome instanceof Oa3Outcome.Reported reported) {
            return new Answer.Found(reported.hardwareHash());
        }
        if (outcome instanceof Oa3Outcome.TimedOut late) {
            return new Answer.TimedOut(late.why());
        }
        return new Answer.Failed(OptionalInt.empty(), ((Oa3Outcome.Failed) outcome).why());
    }

    /**
     * Returns all answers with the tool's. Where it found a hash, that speaks for what WMI failed on: both have it from
     * SMBIOS.
     */
    static Map<Field, Answer> completed(Map<Field, Answer> answers, Answer hash) {
        Map<Field, Answer> completed = new EnumMap<>(Field.class);
        for (Map.Entry<Field, Answer> entry : answers.entrySet()) {
            Answer answer = entry.getValue();
            boolean stoodInFor = hash instanceof Answer.Found && answer instanceof Answer.NoValue;
            completed.put(entry.getKey(), stoodInFor ? new Answer.Absent(((Answer.NoValue) answer).why()) : answer);
        }
        completed.put(Field.HARDWARE_HASH, hash);
        return completed;
    }

    /** Returns why there is nothing at all, which says more than each field that is missing for the same reason. */
    static Optional<Problem> nothing(Map<Field, Answer> completed) {
        for (Answer answer : completed.values()) {
            if (!isMissing(answer)) {
                return Optional.empty();
            }
        }
        if (!(completed.get(Field.HARDWARE_HASH) instanceof Answer.NoValue none)) {
            return Optional.empty();
        }
        boolean absent = none instanceof Answer.Absent;
        return Optional.of(new Problem(
                absent ? ExitCode.NO_HASH : ExitCode.WMI_FAILED,
                absent ? "hash-missing" : "oa3tool-failed",
                "no hardware hash: " + none.why()));
    }

    private static boolean isAnyMissing(Map<Field, Answer> answers) {
        for (Answer answer : answers.values()) {
            if (isMissing(answer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissing(Answer answer) {
        return answer instanceof Answer.NoValue;
    }
}
