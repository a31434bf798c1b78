// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.audit;

import java.util.Locale;
import java.util.Optional;

/** What is written into the audit log. */
public enum AuditAction {
    /** Somebody signed in. */
    SIGNED_IN,
    /** A sign-in was refused. */
    SIGN_IN_REFUSED,
    /** Somebody signed out. */
    SIGNED_OUT,
    /** Somebody gave himself another password. */
    PASSWORD_CHANGED,
    /** An account was made. */
    ACCOUNT_CREATED,
    /** An account got another role, another password, or was disabled or enabled. */
    ACCOUNT_CHANGED,
    /** A report of a device was approved. */
    DEVICE_APPROVED,
    /** A device was rejected. */
    DEVICE_REJECTED,
    /** A device was deleted with all of it. */
    DEVICE_DELETED,
    /** Devices were deleted because nothing was heard of them for as long as the settings say. */
    RETENTION_DELETED,
    /** Devices left the service as a file. */
    DEVICES_EXPORTED,
    /** A token was made. */
    TOKEN_CREATED,
    /** A token was revoked. */
    TOKEN_REVOKED,
    /** A setting was changed. */
    SETTING_CHANGED,
    /** Somebody ordered a device to be registered once more. */
    REGISTRATION_ORDERED,
    /** The target has registered a device, or had it before. */
    DEVICE_REGISTERED,
    /** The target does not register a device. */
    REGISTRATION_REFUSED,
    /** Devices that were registered have been deleted at the target. */
    REGISTRATION_MISSING;

    /**
     * Finds an action by its name.
     *
     * @param name such as {@code signed-in}
     * @return empty where none has that name
     */
    public static Optional<AuditAction> named(String name) {
        for (AuditAction action : values()) {
            if (action.toString().equals(name)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in the database, and in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
