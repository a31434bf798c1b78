// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import java.time.Instant;
import java.util.Optional;

/**
 * What an approver is shown before he decides about a device.
 *
 * @param device the device's number
 * @param state how it stands
 * @param reportId the report that he would decide about
 * @param content hash of that report's body, 64 lower-case digits
 * @param receivedAt when the report came
 * @param capturedAt the time inside its hash, where that can be believed
 * @param isNewest whether the device's facts are those of this report
 * @param suggested group tag and user to start from
 * @param sight what he sees; comes back with his order
 * @param decision the last decision about the device
 * @param lack why the report cannot be registered with what is suggested, in words
 */
public record ApprovalView(
        long device,
        DeviceState state,
        String reportId,
        String content,
        Instant receivedAt,
        Optional<Instant> capturedAt,
        boolean isNewest,
        Assignment suggested,
        Sight sight,
        Optional<Decision> decision,
        Optional<String> lack) {}
