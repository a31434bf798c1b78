// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A device that the tenant has: {@code windowsAutopilotDeviceIdentity}.
 *
 * @param id given by Intune
 * @param serialNumber as Intune has it
 * @param groupTag empty: none
 * @param user its principal name; empty: none
 * @param greeting how Windows addresses the user; empty: not set
 * @param name that Windows gets; empty: none set
 * @param enrolled whether it is managed by Intune now
 */
record RegisteredDevice(
        String id, String serialNumber, String groupTag, String user, String greeting, String name, boolean enrolled) {

    private static final String NO_DEVICE = "00000000-0000-0000-0000-000000000000";

    static RegisteredDevice read(JsonNode of) {
        return new RegisteredDevice(
                of.path("id").stringValue(""),
                of.path("serialNumber").stringValue(""),
                of.path("groupTag").stringValue(""),
                of.path("userPrincipalName").stringValue(""),
                of.path("addressableUserName").stringValue(""),
                of.path("displayName").stringValue(""),
                enrolled(of));
    }

    private static boolean enrolled(JsonNode of) {
        Optional<String> managed = Json.text(of, "managedDeviceId").filter(id -> !id.equals(NO_DEVICE));
        return managed.isPresent() || of.path("enrollmentState").stringValue("").equalsIgnoreCase("enrolled");
    }
}
