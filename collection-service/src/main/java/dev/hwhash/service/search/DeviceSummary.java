// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.DeviceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device as a list shows it.
 *
 * @param id its number in the service
 * @param facts what is known of it, without its hash
 * @param smbiosUuid as Windows shows it; empty where it is not known, or a placeholder
 * @param firstReceivedAt when its first report came
 * @param lastReceivedAt when its last report came
 * @param hasHash whether any report of it had a hash
 * @param flags what somebody should look at: ids of rules, and of other devices behind a colon
 */
public record DeviceSummary(
        long id,
        DeviceRecord facts,
        Optional<String> smbiosUuid,
        Instant firstReceivedAt,
        Instant lastReceivedAt,
        boolean hasHash,
        List<String> flags) {

    /** Copies the list. */
    public DeviceSummary {
        flags = List.copyOf(flags);
    }
}
