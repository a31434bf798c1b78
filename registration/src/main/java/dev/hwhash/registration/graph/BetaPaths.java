// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

/**
 * All that is asked of Graph's beta, which Microsoft may change without notice: v1.0 has neither the assignment of
 * profiles nor corporate identifiers.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-enrollment-importeddeviceidentity?view=graph-rest-beta">
 *     importedDeviceIdentity</a>
 */
final class BetaPaths {

    static final String VERSION = "/beta";
    private static final String PROFILE = "?$expand=deploymentProfile,intendedDeploymentProfile";

    /** Takes corporate identifiers. */
    static final String IMPORT_IDENTIFIERS =
            VERSION + "/deviceManagement/importedDeviceIdentities/importDeviceIdentityList";

    /** Lists corporate identifiers. */
    static final String IDENTIFIERS = VERSION + "/deviceManagement/importedDeviceIdentities";

    private BetaPaths() {}

    /** One registered device with its profile. */
    static String registeredWithProfile(String id) {
        return VERSION + "/deviceManagement/windowsAutopilotDeviceIdentities/" + Paths.encoded(id) + PROFILE;
    }

    /** Corporate identifiers with a part of a text. */
    static String identifiersWith(String part) {
        return IDENTIFIERS + "?$top=100&$filter=" + Paths.contains("importedDeviceIdentifier", part);
    }
}
