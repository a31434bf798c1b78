// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Unsettled.Why;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code deploymentProfileAssignmentStatus} and its details, which only beta has. Pure.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-enrollment-windowsautopilotdeviceidentity?view=graph-rest-beta">
 *     windowsAutopilotDeviceIdentity, beta</a>
 */
final class ProfileReading {

    private ProfileReading() {}

    static ProfileStatus of(JsonNode device) {
        String status = GraphError.shown(
                device.path("deploymentProfileAssignmentStatus").stringValue("unknown"));
        String detail = GraphError.shown(
                device.path("deploymentProfileAssignmentDetailedStatus").stringValue("none"));
        // assignedInSync, assignedOutOfSync and assignedUnkownSyncState, which is spelled so.
        if (status.toLowerCase(Locale.ROOT).startsWith("assigned")) {
            return new ProfileStatus.Assigned(profile(device));
        }
        if (status.equalsIgnoreCase("failed")) {
            return new ProfileStatus.Failed(detail, "Intune could not assign a profile: " + words(detail));
        }
        String more = detail.equalsIgnoreCase("none") ? "" : "; " + words(detail);
        return new ProfileStatus.NotYet(
                Why.DEADLINE,
                "no profile is assigned yet; Intune says " + status + more
                        + "; see that the device is in a group to which a profile is assigned");
    }

    private static Optional<String> profile(JsonNode device) {
        return Json.text(device.path("deploymentProfile"), "displayName")
                .or(() -> Json.text(device.path("intendedDeploymentProfile"), "displayName"))
                .map(GraphError::shown);
    }

    private static String words(String detail) {
        return switch (detail) {
            case "hardwareRequirementsNotMet" ->
                "the device does not meet what the profile asks for, such as TPM 2.0 (" + detail + ")";
            case "surfaceHubProfileNotSupported", "holoLensProfileNotSupported", "windowsPcProfileNotSupported" ->
                "the profile is for another kind of device (" + detail + "); assign one of its kind";
            default -> detail;
        };
    }
}
