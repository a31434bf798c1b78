// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.uploader.report.Target;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What has become of the last report that this PC has made: for a script that asks whether there is anything to do. It
 * holds no hash. Immutable.
 *
 * @param serialNumber the device's serial number, or empty where the report names none
 * @param time when that was so, by this PC's clock
 * @param reportId the report's id
 * @param target where it was to go
 * @param state what has become of it
 */
public record LastReceipt(Optional<String> serialNumber, Instant time, UUID reportId, Target target, State state) {

    /** What has become of a report. */
    public enum State {
        /** The service has it. */
        RECEIVED,
        /** The service will not take it. */
        REFUSED,
        /** It waits in the outbox. */
        WAITING;

        /** Returns the word in the file. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
