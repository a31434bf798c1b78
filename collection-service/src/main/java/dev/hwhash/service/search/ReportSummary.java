// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.DeviceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report as its device's history shows it.
 *
 * @param reportId its sender's id
 * @param receivedAt when it was stored
 * @param collectedAt when the device was read, by the device's clock
 * @param capturedAt the time inside its hash, where that can be believed
 * @param source what it was read from
 * @param agentVersion of the hwhash that sent it
 * @param contentSha256 hash of its body, 64 lower-case digits
 * @param origin by which way it came
 * @param facts what it said, without its hash
 * @param hasHash whether it had a hash
 * @param flags what somebody should look at
 */
public record ReportSummary(
        String reportId,
        Instant receivedAt,
        Instant collectedAt,
        Optional<Instant> capturedAt,
        String source,
        String agentVersion,
        String contentSha256,
        Origin origin,
        DeviceRecord facts,
        boolean hasHash,
        List<String> flags) {

    /** Copies the list. */
    public ReportSummary {
        flags = List.copyOf(flags);
    }
}
