// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import java.util.Locale;
import java.util.Optional;

/** What somebody decides. */
public enum Verdict {
    /** The report is what is exported and registered. */
    APPROVED(DeviceState.APPROVED),
    /** The device is not exported and not registered. */
    REJECTED(DeviceState.REJECTED);

    private final DeviceState state;

    Verdict(DeviceState state) {
        this.state = state;
    }

    /**
     * Returns where it puts the device.
     *
     * @return the state until the next decision or the next newer report
     */
    public DeviceState state() {
        return state;
    }

    /**
     * Finds a verdict by its name.
     *
     * @param name such as {@code approved}
     * @return empty where no verdict has that name
     */
    public static Optional<Verdict> named(String name) {
        for (Verdict verdict : values()) {
            if (verdict.toString().equals(name)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in the database and in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
