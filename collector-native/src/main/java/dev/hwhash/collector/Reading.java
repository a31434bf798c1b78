// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.device.Field;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one PC answered. Immutable and thread-safe.
 *
 * @param answers an answer for each field that was asked for, and for no other
 * @param hung whether a native call has not come back: the process must then leave by {@link Runtime#halt}, since a
 *     normal exit could wait for that call; the answers hold nevertheless
 */
public record Reading(Map<Field, Answer> answers, boolean hung) {

    /** Copies the answers. */
    public Reading {
        Map<Field, Answer> copy = new EnumMap<>(Field.class);
        copy.putAll(answers);
        answers = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the answer for a field that was asked for.
     *
     * @param field which fact
     * @return its answer
     * @throws IllegalArgumentException if the field was not asked for
     */
    public Answer answer(Field field) {
        Answer answer = answers.get(field);
        if (answer == null) {
            throw new IllegalArgumentException("not asked for: " + field);
        }
        return answer;
    }
}
