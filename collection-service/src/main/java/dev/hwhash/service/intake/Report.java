// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.hash.Capture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A report that can be stored. Immutable and thread-safe.
 *
 * @param id made by its sender, the same at each attempt
 * @param content hash of its body
 * @param agentVersion of the hwhash that sent it
 * @param collectedAt when the device was read, by the device's clock
 * @param source what it was read from
 * @param device its facts; the text of the hash as the importers take it
 * @param identity by what its device is known
 * @param capture how and when its hash was made; empty where that says nothing
 * @param flags ids of the rules of {@code check} that somebody should look at; none for most
 */
public record Report(
        UUID id,
        ContentHash content,
        String agentVersion,
        Instant collectedAt,
        String source,
        DeviceRecord device,
        DeviceIdentity identity,
        Optional<Capture> capture,
        List<String> flags) {

    /** Copies the list. */
    public Report {
        flags = List.copyOf(flags);
    }
}
