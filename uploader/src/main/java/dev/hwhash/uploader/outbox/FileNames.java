// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import java.util.Optional;
import java.util.UUID;

/** The names of files and folders in an outbox. */
final class FileNames {

    static final String REJECTED = "rejected";
    static final String DAMAGED = "damaged";
    static final String SHIPMENTS = "shipments";

    private static final String REPORT = ".report";
    private static final String REASON = ".reason";
    private static final String SENDING = ".sending";
    private static final String TAKEN = ".taken";
    private static final int UUID_CHARACTERS = 36;

    private FileNames() {}

    static String report(UUID id) {
        return id + REPORT;
    }

    static String reason(UUID id) {
        return id + REASON;
    }

    /** A shipment that was taken has another name: on FAT, replacing a file could lose both contents. */
    static String shipment(UUID id, boolean taken) {
        return id + (taken ? TAKEN : SENDING);
    }

    static boolean isShipment(String name) {
        return name.endsWith(SENDING) || name.endsWith(TAKEN);
    }

    static boolean isReport(String name) {
        return name.endsWith(REPORT);
    }

    /** Returns the id in the name of a report's file, or empty where the name holds none, written as we write it. */
    static Optional<UUID> id(String name) {
        if (!isReport(name) || name.length() != UUID_CHARACTERS + REPORT.length()) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(name.substring(0, UUID_CHARACTERS));
            return report(id).equals(name) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
