// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.Field;
import java.util.Optional;
import java.util.Set;

/** Which facts a body may state of a device, and how long each can be. */
final class BodyLimits {

    /** Of the values that are not about the device. */
    static final int LONGEST_WORD = 64;

    /** More than SMBIOS's strings, Entra's names (113 for a UPN) and Intune's tags (512) have. */
    private static final int LONGEST_VALUE = 512;

    /** The base64 of the longest hash: its length is two bytes. Beside it the body has 64 KB for all else. */
    private static final int LONGEST_HASH = 60_000;

    /** They stand beside the device, not in it. */
    private static final Set<Field> OF_THE_MESSAGE = Set.of(Field.COLLECTED_AT, Field.SOURCE);

    private BodyLimits() {}

    /** Returns the fact of the device that has that name. */
    static Optional<Field> field(String name) {
        return Field.ofProperty(name).filter(field -> !OF_THE_MESSAGE.contains(field));
    }

    static int longest(Field field) {
        return field == Field.HARDWARE_HASH ? LONGEST_HASH : LONGEST_VALUE;
    }
}
