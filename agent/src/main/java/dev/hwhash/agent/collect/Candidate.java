// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.collector.Answer;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A device as it was read, before anybody has looked at it.
 *
 * @param place where it comes from, for messages: a file and line; empty for this PC
 * @param answers what was found, and why the rest was not
 * @param known what else is known of it
 */
record Candidate(Optional<String> place, Map<Field, Answer> answers, DeviceRecord known) {

    Candidate {
        Map<Field, Answer> copy = new EnumMap<>(Field.class);
        copy.putAll(answers);
        answers = copy;
    }

    /** A device from a capture, which knows only what stands in it. */
    static Candidate captured(String place, DeviceRecord device) {
        Map<Field, Answer> answers = new EnumMap<>(Field.class);
        for (Map.Entry<Field, String> value : device.values().entrySet()) {
            answers.put(value.getKey(), new Answer.Found(value.getValue()));
        }
        return new Candidate(Optional.of(place), answers, device);
    }

    /** Returns what came of a field; empty where nobody asked. */
    Optional<Answer> answer(Field field) {
        return Optional.ofNullable(answers.get(field));
    }

    /** Returns the value of a field, blank where there is none. */
    String value(Field field) {
        return answers.get(field) instanceof Answer.Found found ? found.value() : "";
    }

    boolean isCapture() {
        return place.isPresent();
    }

    /** Returns whether it is this PC, and oa3tool was asked for its hash. */
    boolean isOfTool() {
        return !isCapture() && known.value(Field.SOURCE).orElse("").startsWith("oa3tool");
    }

    /** Returns whether oa3tool was asked in Windows PE. */
    boolean isOfWindowsPe() {
        return known.value(Field.SOURCE).orElse("").equals("oa3tool-winpe");
    }
}
