// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a registered device shall have. Pure.
 *
 * @param groupTag empty: as it is
 * @param user principal name; empty: as it is
 * @param name for Windows; empty: as it is
 * @see <a href="https://learn.microsoft.com/graph/api/intune-enrollment-windowsautopilotdeviceidentity-updatedeviceproperties">
 *     updateDeviceProperties action</a>
 */
record Properties(Optional<String> groupTag, Optional<String> user, Optional<String> name) {

    /** All that is wanted of an existing device. */
    static Properties of(Entry entry, Optional<String> name) {
        return new Properties(
                entry.device().value(Field.GROUP_TAG), entry.device().value(Field.ASSIGNED_USER), name);
    }

    /** The name alone: the import has set the rest. */
    static Properties ofNew(Optional<String> name) {
        return new Properties(Optional.empty(), Optional.empty(), name);
    }

    boolean holdFor(RegisteredDevice device) {
        return groupTag.orElse(device.groupTag()).equals(device.groupTag())
                && sameUser(device)
                && name.orElse(device.name()).equals(device.name());
    }

    private boolean sameUser(RegisteredDevice device) {
        return user.orElse(device.user()).equalsIgnoreCase(device.user());
    }

    /**
     * Returns the body of the change, with what the device has already: a property that is left out has been seen to be
     * emptied.
     */
    JsonNode body(RegisteredDevice device) {
        ObjectNode body = Json.object();
        put(body, "userPrincipalName", user.orElse(device.user()));
        put(body, "addressableUserName", sameUser(device) ? device.greeting() : "");
        put(body, "groupTag", groupTag.orElse(device.groupTag()));
        put(body, "displayName", name.orElse(device.name()));
        return body;
    }

    private static void put(ObjectNode body, String property, String value) {
        if (!value.isEmpty()) {
            body.put(property, value);
        }
    }

    /** Returns what of this a device has not, in words; empty for nothing. */
    String missingIn(RegisteredDevice device) {
        List<String> missing = new ArrayList<>();
        if (!groupTag.orElse(device.groupTag()).equals(device.groupTag())) {
            missing.add("group tag");
        }
        if (!sameUser(device)) {
            missing.add("user");
        }
        if (!name.orElse(device.name()).equals(device.name())) {
            missing.add("name");
        }
        return String.join(", ", missing).toLowerCase(Locale.ROOT);
    }
}
