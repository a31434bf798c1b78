// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the parts of Graph v1.0 are that registering takes.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-enrollment-importedwindowsautopilotdeviceidentity">
 *     importedWindowsAutopilotDeviceIdentity</a>
 * @see <a href="https://learn.microsoft.com/graph/api/resources/intune-enrollment-windowsautopilotdeviceidentity">
 *     windowsAutopilotDeviceIdentity</a>
 */
final class Paths {

    static final String VERSION = "/v1.0";
    static final String IMPORTED = VERSION + "/deviceManagement/importedWindowsAutopilotDeviceIdentities";
    static final String IMPORT = IMPORTED + "/import";
    static final String REGISTERED = VERSION + "/deviceManagement/windowsAutopilotDeviceIdentities";

    private static final String UPDATE = "/updateDeviceProperties";

    private Paths() {}

    static String imported(String id) {
        return IMPORTED + "/" + encoded(id);
    }

    static String importedWithImportId(String importId) {
        return IMPORTED + "?$filter=" + encoded("importId eq " + literal(importId));
    }

    static String importedWithSerial(String part) {
        return IMPORTED + "?$filter=" + contains("serialNumber", part);
    }

    static String registered(String id) {
        return REGISTERED + "/" + encoded(id);
    }

    /** {@code eq} is often a 400 there. */
    static String registeredWithSerial(String part) {
        return REGISTERED + "?$top=100&$filter=" + contains("serialNumber", part);
    }

    static String update(String id) {
        return registered(id) + UPDATE;
    }

    static String contains(String property, String part) {
        return encoded("contains(" + property + "," + literal(part) + ")");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A text in a filter; a quote in it is doubled (OData 4.01 ABNF, SQUOTE-in-string). */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
