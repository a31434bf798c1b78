// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import java.time.Instant;

/**
 * A windowsAutopilotDeviceIdentity. Immutable.
 *
 * @param id given by the service
 * @param serialNumber as it was imported
 * @param hash as it was imported; empty where a test made the device
 * @param properties what can be changed
 * @param enrolled whether Intune manages it already
 * @param registered when
 */
public record RegisteredDevice(
        String id, String serialNumber, String hash, Properties properties, boolean enrolled, Instant registered) {

    /**
     * What can be changed of a device.
     *
     * @param groupTag empty for none
     * @param user the UPN; empty for none
     * @param addressableUser the user's name; empty for none
     * @param displayName the device's name; empty for none
     */
    public record Properties(String groupTag, String user, String addressableUser, String displayName) {}

    RegisteredDevice with(Properties others) {
        return new RegisteredDevice(id, serialNumber, hash, others, enrolled, registered);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return serialNumber + " " + id + " " + properties;
    }
}
