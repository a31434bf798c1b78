// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.collector.wmi.ComSession;
import dev.hwhash.collector.wmi.WmiSession;
import dev.hwhash.device.Field;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads serial number, manufacturer, model and hardware hash of the PC it runs on through WMI, as
 * Get-WindowsAutoPilotInfo does. One read opens COM on a thread of its own and closes it again; reads of one reader
 * must not overlap.
 */
public final class PcReader {

    private static final Set<Field> READABLE =
            EnumSet.of(Field.SERIAL_NUMBER, Field.MANUFACTURER, Field.MODEL, Field.HARDWARE_HASH);

    /** Lets a call that keeps its timeout come back a little late, and again for closing COM. */
    private static final int GRACE_MILLIS = 250;

    private final WmiSession wmi;
    private final Circumstances circumstances;
    private @Nullable Thread asking;

    PcReader(WmiSession wmi, Circumstances circumstances) {
        this.wmi = wmi;
        this.circumstances = circumstances;
    }

    /**
     * Returns a reader for this PC; nothing is opened yet.
     *
     * @return a reader, on any operating system
     */
    public static PcReader ofThisPc() {
        return new PcReader(new ComSession(), new Circumstances.OfThisPc());
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
     * @throws IllegalStateException if the read before this one still hangs
     */
    public Reading read(Set<Field> needed, Duration patience, Predicate<String> damaged) {
        Deadline deadline = checked(needed, patience);
        if (!circumstances.onWindows()) {
            return new Reading(notOnWindows(needed), false);
        }
        Inquiry inquiry = new Inquiry(wmi, needed, deadline, damaged, circumstances);
        Thread thread = new Thread(inquiry, "hwhash-wmi");
        thread.setDaemon(true);
        thread.start();
        asking = thread;
        try {
            if (inquiry.await(deadline.millisLeft() + GRACE_MILLIS)) {
                thread.join(GRACE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inquiry.throwDefect();
        return new Reading(inquiry.answers(), thread.isAlive());
    }

    private Deadline checked(Set<Field> needed, Duration patience) {
        if (!READABLE.containsAll(needed)) {
            throw new IllegalArgumentException("can read " + READABLE + " only, not " + needed);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive: " + patience);
        }
        if (asking != null && asking.isAlive()) {
            throw new IllegalStateException("the reading before this one hangs");
        }
        return Deadline.in(patience);
    }

    private static Map<Field, Answer> notOnWindows(Set<Field> needed) {
        String why = "this is not Windows (" + System.getProperty("os.name") + "); give captures with --from";
        Map<Field, Answer> answers = new EnumMap<>(Field.class);
        for (Field field : needed) {
            answers.put(field, new Answer.Absent(why));
        }
        return answers;
    }
}
