// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import tools.jackson.databind.JsonNode;

/**
 * What Intune remembers of an import, {@code importedWindowsAutopilotDeviceIdentity}; the hash is not among it.
 *
 * @param id given by Intune
 * @param importId given by who imported; Intune puts the id there where none was given
 * @param serialNumber as it was imported
 * @param state how far it has come
 */
record ImportRecord(String id, String importId, String serialNumber, ImportState state) {

    static ImportRecord read(JsonNode of) {
        return new ImportRecord(
                of.path("id").stringValue(""),
                of.path("importId").stringValue(""),
                of.path("serialNumber").stringValue(""),
                ImportState.read(of.path("state")));
    }

    /** Whether the id of the import says nothing of who made it. */
    boolean ofUnknownOrigin() {
        return importId.isEmpty() || importId.equalsIgnoreCase(id);
    }
}
