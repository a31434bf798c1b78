// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.registration.Entry;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code import} gets. Pure.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/intune-enrollment-importedwindowsautopilotdeviceidentity-import">
 *     import action</a>
 */
final class ImportBody {

    private static final String TYPE = "#microsoft.graph.importedWindowsAutopilotDeviceIdentity";

    private ImportBody() {}

    static JsonNode of(List<Entry> entries) {
        ObjectNode body = Json.object();
        ArrayNode devices = body.putArray("importedWindowsAutopilotDeviceIdentities");
        entries.forEach(entry -> device(devices.addObject(), entry));
        return body;
    }

    private static void device(ObjectNode device, Entry entry) {
        device.put("@odata.type", TYPE);
        device.put("groupTag", Device.value(entry, Field.GROUP_TAG));
        device.put("serialNumber", Device.value(entry, Field.SERIAL_NUMBER));
        device.put("productKey", Device.value(entry, Field.WINDOWS_PRODUCT_ID));
        device.put("importId", entry.id().toString());
        device.put("hardwareIdentifier", hash(Device.value(entry, Field.HARDWARE_HASH)));
        device.put("assignedUserPrincipalName", Device.value(entry, Field.ASSIGNED_USER));
    }

    /** The text is the base64 of Edm.Binary already; only padding that Windows left out is added. */
    private static String hash(String text) {
        return HardwareHash.read(text) instanceof HardwareHash hash ? hash.text() : text;
    }
}
