// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import java.util.Optional;

/** The end of a registration. Immutable; its words hold neither hash nor secret. */
public sealed interface Fate {

    /**
     * The target has registered the device.
     *
     * @param deviceId its id there, such as that of the {@code windowsAutopilotDeviceIdentity}; empty where none is
     *     told
     */
    record Registered(Optional<String> deviceId) implements Fate {}

    /**
     * The device was registered with this tenant before; no error.
     *
     * @param deviceId its id there; empty where it was not found in the list
     * @param words what was found, and what was changed
     */
    record AlreadyRegistered(Optional<String> deviceId, String words) implements Fate {}

    /**
     * The target will not register it.
     *
     * @param code the target's number or stable word, such as {@code 808}
     * @param name the target's name for it, such as {@code ZtdDeviceAssignedToOtherTenant}; empty where it has none
     * @param words the reason and the remedy
     */
    record Refused(String code, String name, String words) implements Fate {}
}
