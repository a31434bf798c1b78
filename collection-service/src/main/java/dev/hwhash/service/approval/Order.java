// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

/**
 * What somebody asks for: that one report of a device be approved or rejected, as he saw it.
 *
 * @param device the device's number
 * @param verdict what he decides
 * @param reportId the report; of this device
 * @param content hash of the report's body, 64 lower-case digits
 * @param assignment group tag and user as he confirmed them; {@link Assignment#NONE} to reject
 * @param sight what he saw
 */
public record Order(long device, Verdict verdict, String reportId, String content, Assignment assignment, Sight sight) {

    /** Drops what a rejected device has no use for. */
    public Order {
        assignment = verdict == Verdict.APPROVED ? assignment : Assignment.NONE;
    }
}
