// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import java.util.Locale;
import java.util.Optional;

/** Where a device stands. */
public enum DeviceState {
    /** Nobody decided, or a newer report came after the decision. */
    PENDING,
    /** One of its reports was approved: that is what is exported and registered. */
    APPROVED,
    /** It is not to be exported or registered. */
    REJECTED;

    /**
     * Finds a state by its name.
     *
     * @param name such as {@code pending}, in lower case
     * @return empty where no state has that name
     */
    public static Optional<DeviceState> named(String name) {
        for (DeviceState state : values()) {
            if (state.toString().equals(name)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in the database, in queries and in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
