// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.util.Locale;
import java.util.Optional;

/** With whom the service registers devices. */
enum RegistrationTarget {
    /** The tenant itself, by Microsoft Graph. */
    INTUNE,
    /** A partner, for one customer. */
    PARTNER_CENTER;

    static Optional<RegistrationTarget> named(String text) {
        for (RegistrationTarget target : values()) {
            if (target.toString().equals(text)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in options and in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
