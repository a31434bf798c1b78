// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.device.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rows of a query say. */
final class Rows {

    private Rows() {}

    /** Returns an answer for each needed field of the question. */
    static Map<Field, Answer> answers(
            Question question, Set<Field> needed, List<Map<Field, String>> rows, Explanation explanation) {
        Map<Field, Answer> answers = new EnumMap<>(Field.class);
        for (Field field : question.among(needed)) {
            answers.put(field, answer(question, field, rows, explanation));
        }
        return answers;
    }

    /**
     * Returns the one value that all rows agree on but for blanks around it: the first that is not blank. Rows that
     * disagree make a failure, since the wrong one would be found out only when the PC is set up.
     *
     * @param rows each row's values; null in WMI is a missing one
     */
    static Answer answer(Question question, Field field, List<Map<Field, String>> rows, Explanation explanation) {
        String chosen = null;
        String blank = null;
        for (Map<Field, String> row : rows) {
            String value = row.get(field);
            if (value == null || value.isBlank()) {
                blank = value == null ? blank : value;
            } else if (chosen == null) {
                chosen = value;
            } else if (!chosen.strip().equals(value.strip())) {
                return Explanation.differing(question, field.words(), chosen, value);
            }
        }
        if (chosen != null) {
            return new Answer.Found(chosen);
        }
        return blank != null && field != Field.HARDWARE_HASH
                ? new Answer.Found(blank)
                : explanation.empty(question, rows.isEmpty() ? "no row" : "no value");
    }
}
