// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.service.approval.DeviceState;
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
 * @param state where it stands
 * @param origin by which way its last report came; empty for what was stored before that was kept
 */
public record DeviceSummary(
        long id,
        DeviceRecord facts,
        Optional<String> smbiosUuid,
        Instant firstReceivedAt,
        Instant lastReceivedAt,
        boolean hasHash,
        List<String> flags,
        DeviceState state,
        Optional<Origin> origin) {

    /** Copies the list. */
    public DeviceSummary {
        flags = List.copyOf(flags);
    }
}
