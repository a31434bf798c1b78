// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.uploader.report.RegistrationTarget.Kind;
import java.util.Optional;

/** Who registers devices, as a command line or a configuration names it; pure. */
enum RegistrationKind {
    INTUNE,
    PARTNER_CENTER;

    /** Returns who was named; empty: a collection service, or nobody. */
    static Optional<RegistrationKind> of(SendRequest request, Configuration configuration) {
        return request.target()
                .or(() -> request.secretFile().isPresent()
                        ? Optional.empty()
                        : configuration.setting(Key.SERVICE).map(Setting::value))
                .flatMap(RegistrationKind::named);
    }

    /** Returns whose name that is; empty where it is none of these. */
    static Optional<RegistrationKind> named(String text) {
        return switch (text) {
            case "intune" -> Optional.of(INTUNE);
            case "partner-center" -> Optional.of(PARTNER_CENTER);
            default -> Optional.empty();
        };
    }

    /** Returns what they become there. */
    Kind target(RegistrationRequest request) {
        if (this == PARTNER_CENTER) {
            return Kind.PARTNER_CENTER;
        }
        return request.corporateIdentifiers() ? Kind.CORPORATE_IDENTIFIERS : Kind.INTUNE;
    }
}
