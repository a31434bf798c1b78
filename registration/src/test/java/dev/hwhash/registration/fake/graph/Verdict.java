// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

/**
 * An importedWindowsAutopilotDeviceIdentityState.
 *
 * @param status deviceImportStatus
 * @param registrationId deviceRegistrationId; empty where there is none
 * @param code deviceErrorCode
 * @param name deviceErrorName
 */
public record Verdict(Status status, String registrationId, int code, String name) {

    /** What an import is before the service has looked at it. */
    static final Verdict UNKNOWN = new Verdict(Status.unknown, "", 0, "");

    /** The values of deviceImportStatus that the service was seen to send, spelled as it does. */
    public enum Status {
        /** Not looked at yet. */
        unknown,
        /** Registered. */
        complete,
        /** Refused. */
        error
    }

    static Verdict complete(String registrationId) {
        return new Verdict(Status.complete, registrationId, 0, "None");
    }

    static Verdict error(int code, String name) {
        return new Verdict(Status.error, "", code, name);
    }
}
