// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import java.time.Instant;
import java.util.Optional;

/**
 * What a row has to say for itself where several are about one device.
 *
 * @param soundness what its hash is worth
 * @param hashTime when its hash was made, in seconds since 2000-01-01T00:00:00Z as an unsigned number; 0 where that is
 *     not known, or does not count
 * @param collectedAt when it was collected, likewise
 * @param content a checksum of all that it says, by which rows that say the same are counted
 */
public record Claim(Soundness soundness, int hashTime, int collectedAt, int content) {

    private static final long EPOCH = 946_684_800;
    private static final long MOST = 0xFFFFFFFFL;

    private static final int CONTENT_BITS = 0x3FFFFFFF;

    /** Takes 30 bits of the checksum. */
    public Claim {
        content &= CONTENT_BITS;
    }

    /** What a hash is worth. */
    public enum Soundness {
        /** No importer would take it. */
        DAMAGED,
        /** There is none. */
        NO_HASH,
        /** An importer would take it. */
        INTACT;

        private static final Soundness[] BY_CODE = values();

        /** Returns a number of two bits. */
        int code() {
            return this == INTACT ? 2 : this == NO_HASH ? 1 : 0;
        }

        static Soundness of(int code) {
            return BY_CODE[code];
        }
    }

    /** What made one row count and not the other. */
    public enum Reason {
        /** Its hash is the better one. */
        SOUNDNESS,
        /** Its hash was made later. */
        HASH_TIME,
        /** It was collected later. */
        COLLECTED_AT,
        /** It comes later in the input. */
        ORDER
    }

    /**
     * How two rows of a device stand to each other.
     *
     * @param later whether the one that comes later in the input counts
     * @param reason by what
     */
    public record Decision(boolean later, Reason reason) {}

    /**
     * Makes a claim of times.
     *
     * @param soundness what its hash is worth
     * @param hashTime when its hash was made; empty where that is not known, or does not count
     * @param collectedAt when it was collected; empty where that is not known
     * @param content a checksum of all that it says
     * @return a claim with times in whole seconds; one before 2000 or after 2136 does not count
     */
    public static Claim of(
            Soundness soundness, Optional<Instant> hashTime, Optional<Instant> collectedAt, int content) {
        return new Claim(soundness, seconds(hashTime), seconds(collectedAt), content);
    }

    private static int seconds(Optional<Instant> time) {
        long seconds = time.isPresent() ? time.get().getEpochSecond() - EPOCH : 0;
        return seconds < 0 || seconds > MOST ? 0 : (int) seconds;
    }

    /**
     * Compares this row with one that comes later in the input.
     *
     * @param later a row of the same device
     * @return which of the two counts
     */
    public Decision against(Claim later) {
        if (soundness != later.soundness) {
            return new Decision(later.soundness.compareTo(soundness) > 0, Reason.SOUNDNESS);
        }
        if (differ(hashTime, later.hashTime)) {
            return new Decision(Integer.compareUnsigned(later.hashTime, hashTime) > 0, Reason.HASH_TIME);
        }
        if (differ(collectedAt, later.collectedAt)) {
            return new Decision(Integer.compareUnsigned(later.collectedAt, collectedAt) > 0, Reason.COLLECTED_AT);
        }
        return new Decision(true, Reason.ORDER);
    }

    private static boolean differ(int one, int other) {
        return one != 0 && other != 0 && one != other;
    }
}
