// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.DeviceError;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.http.Foreign;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the status of a device means for it. Pure. */
final class DeviceFate {

    private static final String ALREADY_ASSIGNED = "806";
    private static final String NO_ERROR = "0";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

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
        String name = description.contains(" ") ? "" : description;
        return new Fate.Refused(code, name, words(code, name, description));
    }

    /** The numbers and names are those that Intune tells of an import. */
    private static String words(String code, String name, String description) {
        int number = NUMBER.matcher(code).matches() ? Integer.parseInt(code) : 0;
        return DeviceError.of(number, name).isPresent()
                ? DeviceError.words(number, name)
                : "Partner Center refuses it" + (description.isEmpty() ? "" : ": " + description) + " (" + code
                        + "); what to do is told in docs/partners.md";
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
