// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import java.time.Instant;
import java.util.List;

/**
 * One upload of devices into a batch, whose end is followed.
 *
 * @param id for batchJobStatus
 * @param customer whose devices they are
 * @param batch the name of the batch
 * @param devices in the order in which they were sent
 * @param started when they came
 */
public record Job(String id, String customer, String batch, List<PartnerDevice> devices, Instant started) {

    /** Copies the devices. */
    public Job {
        devices = List.copyOf(devices);
    }
}
