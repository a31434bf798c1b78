// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.uploader.report.Target;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an outbox holds, as it may be shown: never the hash. Immutable. */
public sealed interface Listed {

    /**
     * A report that waits to be sent.
     *
     * @param id its id
     * @param serialNumber the device's serial number, or empty where it names none
     * @param target where it shall go
     * @param since when it was put into the outbox
     */
    record Waiting(UUID id, Optional<String> serialNumber, Target target, Instant since) implements Listed {}

    /**
     * A report that was set aside and is not sent again.
     *
     * @param id its id
     * @param serialNumber the device's serial number, or empty where it names none
     * @param target where it should have gone
     * @param since when it was put into the outbox
     * @param why the reason
     */
    record Rejected(UUID id, Optional<String> serialNumber, Target target, Instant since, Rejection why)
            implements Listed {}

    /**
     * A file that should be a report and can not be read as one. It is never sent.
     *
     * @param name its name, with that of its folder before it where it was moved
     * @param words what is wrong with it
     */
    record Damaged(String name, String words) implements Listed {}
}
