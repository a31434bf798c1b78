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
 */
public record DeviceDetails(
        DeviceSummary summary,
        List<Identifier> identifiers,
        long reportCount,
        List<ReportSummary> reports,
        Optional<Outline> hash) {

    /** How many reports are shown at most: a PC that reports each day would fill megabytes. */
    public static final int MOST_REPORTS = 100;

    /** Copies the lists. */
    public DeviceDetails {
        identifiers = List.copyOf(identifiers);
        reports = List.copyOf(reports);
    }
}
