// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An importedDeviceIdentity of the type manufacturerModelSerial. Immutable.
 *
 * @param id given by the service
 * @param identifier as Intune keeps it: upper case, without what is no letter or digit, joined by commas
 */
public record CorporateIdentifier(String id, String identifier) {

    /** Returns what Intune keeps of a text; empty where it takes it for no identifier. */
    static Optional<String> normal(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        List<String> kept = new ArrayList<>();
        for (String part : parts) {
            kept.add(part.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
        }
        return kept.contains("") ? Optional.empty() : Optional.of(String.join(",", kept));
    }
}
