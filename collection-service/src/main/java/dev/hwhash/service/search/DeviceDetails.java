// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.outline.Outline;
import java.util.List;
import java.util.Optional;

/**
 * A device with all that is known of it.
 *
 * @param summary as a list shows it
 * @param identifiers by what it is known
 * @param reportCount how many reports are about it
 * @param reports the newest {@link #MOST_REPORTS} of them, the newest first
 * @param hash what is in its newest hash; empty where no report had one
 * @param conflicts other devices to compare it with, whichever of the two reports named the other
 * @param boardChanges where its board, or the one behind its serial number or UUID, was replaced; the oldest first
 */
public record DeviceDetails(
        DeviceSummary summary,
        List<Identifier> identifiers,
        long reportCount,
        List<ReportSummary> reports,
        Optional<Outline> hash,
        List<Conflict> conflicts,
        List<BoardChange> boardChanges) {

    /** How many reports are shown at most: a PC that reports each day would fill megabytes. */
    public static final int MOST_REPORTS = 100;

    /** Copies the lists. */
    public DeviceDetails {
        identifiers = List.copyOf(identifiers);
        reports = List.copyOf(reports);
        conflicts = List.copyOf(conflicts);
        boardChanges = List.copyOf(boardChanges);
    }
}
