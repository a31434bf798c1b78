// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Manufacturer, model and serial number as one text. Microsoft's page writes semicolons; the service takes commas. Pure.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/intune-enrollment-importeddeviceidentity-importdeviceidentitylist?view=graph-rest-beta">
 *     importDeviceIdentityList action</a>
 */
final class CorporateIdentifier {

    private CorporateIdentifier() {}

    static String of(Entry entry) {
        return String.join(
                ",",
                component(entry, Field.MANUFACTURER),
                component(entry, Field.MODEL),
                component(entry, Field.SERIAL_NUMBER));
    }

    /** Returns one of the three as it is sent: points and commas in make and model are left out. */
    static String component(Entry entry, Field field) {
        String value = Device.value(entry, field).strip();
        return field == Field.SERIAL_NUMBER
                ? value
                : value.replace(".", "").replace(",", "").strip();
    }

    /** Returns a text in the form in which Intune keeps it: upper case, and of each part only letters and digits. */
    static String normalised(String identifier) {
        String upper = identifier.toUpperCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c == ',' || Character.isLetterOrDigit(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Returns the body of an import, which leaves alone what is there already. */
    static JsonNode body(List<Entry> entries) {
        ObjectNode body = Json.object();
        ArrayNode identities = body.putArray("importedDeviceIdentities");
        for (Entry entry : entries) {
            identities
                    .addObject()
                    .put("importedDeviceIdentifier", of(entry))
                    .put("importedDeviceIdentityType", "manufacturerModelSerial");
        }
        body.put("overwriteImportedDeviceIdentities", false);
        return body;
    }
}
