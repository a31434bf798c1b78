// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.collector.Answer;
import dev.hwhash.device.Field;
import java.util.Map;

/**
 * What this PC answered.
 *
 * @param source where the hash was looked for last, as a row says it: {@code wmi}, {@code oa3tool} or
 *     {@code oa3tool-winpe}
 * @param answers what was found, and why the rest was not
 */
record PcAnswers(String source, Map<Field, Answer> answers) {

    /** WMI's own. */
    static PcAnswers ofWmi(Map<Field, Answer> answers) {
        return new PcAnswers("wmi", answers);
    }

    /** Tells whether nothing is missing, so that nobody else need be asked. */
    boolean complete() {
        for (Answer answer : answers.values()) {
            if (!(answer instanceof Answer.Found)) {
                return false;
            }
        }
        return true;
    }
}
