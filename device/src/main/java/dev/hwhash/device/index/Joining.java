// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import java.util.List;

/**
 * What became of a row.
 *
 * @param contests the rows of its device that now give way to others; empty for a new device, and where the row is
 *     about several devices
 * @param candidates places of the rows of two devices that are known to differ, and with each of which this row is the
 *     same; empty where it is clear which device it is about
 */
public record Joining(List<Contest> contests, List<Long> candidates) {

    /** A device that was not there before. */
    static final Joining NEW = new Joining(List.of(), List.of());

    /**
     * A row that gives way to another of the same device.
     *
     * @param winner the place of the row that counts
     * @param loser the place of the row that does not
     * @param reason by what
     * @param duplicate whether both say the same
     */
    public record Contest(long winner, long loser, Claim.Reason reason, boolean duplicate) {}

    /** Copies the lists. */
    public Joining {
        contests = List.copyOf(contests);
        candidates = List.copyOf(candidates);
    }
}
