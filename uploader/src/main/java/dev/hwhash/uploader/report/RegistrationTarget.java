// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.signin.Tenant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose devices they become: of one tenant in Intune, or of one customer in Partner Center. It is written beside each
 * device that waits, so that a sign-in to another tenant never sends it there. Immutable and thread-safe.
 *
 * @param kind what registers them
 * @param cloud in which of Microsoft's clouds
 * @param owner the tenant, or the customer's tenant
 */
public record RegistrationTarget(Kind kind, Cloud cloud, Tenant owner) implements Target {

    private static final int PARTS = 3;

    /** What registers devices. */
    public enum Kind {
        /** Intune, by hardware hash, for Windows Autopilot. */
        INTUNE,
        /** Intune's corporate device identifiers: manufacturer, model and serial number. */
        CORPORATE_IDENTIFIERS,
        /** Partner Center, by batches. */
        PARTNER_CENTER;

        /** Returns the name, such as {@code partner-center}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<Kind> named(String text) {
            for (Kind kind : values()) {
                if (kind.toString().equals(text)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Reads a target as {@link #toString} writes it.
     *
     * @param text anything
     * @return the target, or empty where the text is none
     */
    public static Optional<RegistrationTarget> of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.named(parts[0]);
        Optional<Cloud> cloud = Cloud.named(parts[1]);
        Optional<Tenant> owner =
                Tenant.named(parts[2]).filter(tenant -> tenant.text().equals(parts[2]));
        return kind.isPresent() && cloud.isPresent() && owner.isPresent()
                ? Optional.of(new RegistrationTarget(kind.get(), cloud.get(), owner.get()))
                : Optional.empty();
    }

    /** Returns kind, cloud and owner, such as {@code intune:global:contoso.example}. */
    @Override
    public String toString() {
        return kind + ":" + cloud + ":" + owner;
    }
}
