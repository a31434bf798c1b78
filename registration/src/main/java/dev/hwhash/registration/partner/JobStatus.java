// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Partner Center tells of a job. Pure.
 *
 * @param ended whether it works on it no more; any word that is not known means that it still does
 * @param devices one for each device, in an order that mostly is that of sending
 * @see <a href="https://learn.microsoft.com/partner-center/developer/device-deployment-resources">BatchUploadDetails</a>
 */
record JobStatus(boolean ended, List<DeviceStatus> devices) {

    static final String FINISHED = "finished";
    static final String FINISHED_WITH_ERRORS = "finished_with_errors";

    private static final Set<String> ENDS = Set.of(FINISHED, FINISHED_WITH_ERRORS);

    /** Reads an answer; empty where it is none of a job. */
    static Optional<JobStatus> of(JsonNode body) {
        String status = Json.text(body, "status").toLowerCase(Locale.ROOT);
        if (status.isEmpty()) {
            return Optional.empty();
        }
        List<DeviceStatus> devices = new ArrayList<>();
        body.path("devicesStatus").forEach(item -> devices.add(DeviceStatus.of(item)));
        return Optional.of(new JobStatus(ENDS.contains(status), List.copyOf(devices)));
    }
}
