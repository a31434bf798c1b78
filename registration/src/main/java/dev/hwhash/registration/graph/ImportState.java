// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How far an import has come: {@code importedWindowsAutopilotDeviceIdentityState}. The answer to the import says nothing
 * of it; it changes minutes later.
 */
sealed interface ImportState {

    /**
     * Nothing is decided: {@code unknown}, {@code pending}, {@code partial}, and what nobody has heard of.
     *
     * @param status as Graph calls it, fit to be shown
     */
    record Ongoing(String status) implements ImportState {}

    /**
     * The device was taken.
     *
     * @param deviceId of the registered device; it may come later than this state
     */
    record Complete(Optional<String> deviceId) implements ImportState {}

    /**
     * The device was not taken.
     *
     * @param code the number; 0 where there is none
     * @param name the name; empty where there is none
     */
    record Failed(int code, String name) implements ImportState {}

    /** Reads {@code state}; one that is missing is ongoing. */
    static ImportState read(JsonNode state) {
        String status = state.path("deviceImportStatus").stringValue("unknown");
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "complete" -> new Complete(Json.text(state, "deviceRegistrationId"));
            case "error" ->
                new Failed(
                        state.path("deviceErrorCode").asInt(0),
                        GraphError.shown(state.path("deviceErrorName").stringValue("")));
            default -> new Ongoing(GraphError.shown(status));
        };
    }

    /** Of two records of one device the one with the higher rank counts. */
    default int rank() {
        if (this instanceof Complete) {
            return 2;
        }
        return this instanceof Ongoing ? 1 : 0;
    }
}
