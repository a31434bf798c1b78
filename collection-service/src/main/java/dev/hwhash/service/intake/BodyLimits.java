// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.Field;
import java.util.Optional;

/** By which name a field stands in the body, and how long it can be. */
final class BodyLimits {

    /** Of the values that are not about the device. */
    static final int LONGEST_WORD = 64;

    /** More than SMBIOS's strings, Entra's names (113 for a UPN) and Intune's tags (512) have. */
    private static final int LONGEST_VALUE = 512;

    /** The base64 of the longest hash: its length is two bytes. Beside it the body has 64 KB for all else. */
    private static final int LONGEST_HASH = 60_000;

    private BodyLimits() {}

    static Optional<Field> field(String name) {
        return switch (name) {
            case "serialNumber" -> Optional.of(Field.SERIAL_NUMBER);
            case "windowsProductId" -> Optional.of(Field.WINDOWS_PRODUCT_ID);
            case "hardwareHash" -> Optional.of(Field.HARDWARE_HASH);
            case "manufacturer" -> Optional.of(Field.MANUFACTURER);
            case "model" -> Optional.of(Field.MODEL);
            case "groupTag" -> Optional.of(Field.GROUP_TAG);
            case "assignedUser" -> Optional.of(Field.ASSIGNED_USER);
            default -> Optional.empty();
        };
    }

    static int longest(Field field) {
        return field == Field.HARDWARE_HASH ? LONGEST_HASH : LONGEST_VALUE;
    }
}
