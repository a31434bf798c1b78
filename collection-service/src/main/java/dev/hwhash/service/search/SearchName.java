// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.Optional;

/** The names of a device that are searched, in this order: what tells a device apart comes first. */
public enum SearchName {
    /** The serial number. */
    SERIAL_NUMBER('s'),
    /** The SMBIOS UUID, with its hyphens. */
    SMBIOS_UUID('u'),
    /** The group tag. */
    GROUP_TAG('g'),
    /** The model. */
    MODEL('m'),
    /** The manufacturer. */
    MANUFACTURER('v');

    private final char letter;

    SearchName(char letter) {
        this.letter = letter;
    }

    /** Returns what stands for it in a cursor. Never changes: people keep cursors. */
    char letter() {
        return letter;
    }

    static Optional<SearchName> of(char letter) {
        for (SearchName name : values()) {
            if (name.letter == letter) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
