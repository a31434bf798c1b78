// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Devices that were sent together, or may have been: what is remembered before the first byte goes, so that after a
 * crash nothing is sent twice. Immutable and thread-safe.
 *
 * @param id a random UUID; Partner Center gets it as {@code MS-RequestId}
 * @param batch the name of the batch; empty where the target knows none
 * @param newBatch whether the batch is made by this shipment
 * @param devices the ids of the entries, in the order in which they are sent
 * @param tracking what the target has given to follow it; empty: nothing is known of an answer
 */
public record Shipment(
        UUID id, Optional<String> batch, boolean newBatch, List<UUID> devices, Optional<String> tracking) {

    /** Copies the list; refuses a shipment of nothing. */
    public Shipment {
        devices = List.copyOf(devices);
        if (devices.isEmpty()) {
            throw new IllegalArgumentException("a shipment of nothing");
        }
    }

    /**
     * Returns this shipment as the target has taken it.
     *
     * @param given what the target has given to follow it
     * @return a new shipment
     */
    public Shipment taken(String given) {
        return new Shipment(id, batch, newBatch, devices, Optional.of(given));
    }
}
