// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Fate;
import dev.hwhash.registration.http.Foreign;
import java.util.Locale;
import java.util.Optional;

/** What the status of a device means for it. Pure. */
final class DeviceFate {

    private static final String ALREADY_ASSIGNED = "806";
    private static final String NO_ERROR = "0";

    private DeviceFate() {}

    /** Returns the end; empty: it has none yet. A job can be finished without errors, and its device not. */
    static Optional<Fate> of(DeviceStatus device) {
        String status = device.status().toLowerCase(Locale.ROOT);
        boolean failed = !device.errorCode().isBlank() && !device.errorCode().equals(NO_ERROR);
        if (failed || status.equals(JobStatus.FINISHED_WITH_ERRORS)) {
            return Optional.of(failed ? failed(device) : unexplained(device));
        }
        return status.equals(JobStatus.FINISHED) ? Optional.of(new Fate.Registered(id(device))) : Optional.empty();
    }

    private static Fate failed(DeviceStatus device) {
        String code = Foreign.text(device.errorCode());
        String description = Foreign.text(device.errorDescription());
        if (code.equals(ALREADY_ASSIGNED)) {
            return new Fate.AlreadyRegistered(id(device), "the customer has this device already (" + code + ")");
        }
        boolean named = !description.isEmpty() && !description.contains(" ");
        return new Fate.Refused(
                code,
                named ? description : "",
                "Partner Center refuses it" + (description.isEmpty() ? "" : ": " + description) + " (" + code
                        + "); what to do is told in docs/partners.md");
    }

    private static Fate unexplained(DeviceStatus device) {
        String description = Foreign.text(device.errorDescription());
        return new Fate.Refused(
                JobStatus.FINISHED_WITH_ERRORS,
                "",
                "Partner Center refuses it and tells no code"
                        + (description.isEmpty() ? "; look at its batch in the portal" : ": " + description));
    }

    private static Optional<String> id(DeviceStatus device) {
        return Optional.of(Foreign.text(device.deviceId())).filter(id -> !id.isEmpty());
    }
}
