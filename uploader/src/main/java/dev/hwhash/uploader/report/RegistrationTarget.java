// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import dev.hwhash.registration.endpoint.Cloud;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose devices they become: of one tenant in Intune, or of one customer in Partner Center. It is written beside each
 * device that waits, so that a sign-in to another tenant never sends it there. Immutable and thread-safe.
 *
 * @param kind what registers them
 * @param cloud in which of Microsoft's clouds
 * @param owner the tenant, or the customer's tenant: a GUID or a domain, in lower case
 */
public record RegistrationTarget(Kind kind, Cloud cloud, String owner) implements Target {

    private static final int PARTS = 3;
    private static final int LONGEST_OWNER = 253;

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

    /** Refuses an owner that is neither a GUID nor a domain. */
    public RegistrationTarget {
        if (!isOwner(owner)) {
            throw new IllegalArgumentException("neither a tenant's id nor a domain");
        }
    }

    /**
     * Tells whether a text can be an owner.
     *
     * @param text anything
     * @return whether it has letters in lower case, digits, hyphens and dots alone
     */
    public static boolean isOwner(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_OWNER;
    }

    /**
     * Reads a target as {@link #toString} writes it.
     *
     * @param text anything
     * @return the target, or empty where the text is none
     */
    public static Optional<RegistrationTarget> of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != PARTS || !isOwner(parts[2])) {
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.named(parts[0]);
        Optional<Cloud> cloud = Cloud.named(parts[1]);
        return kind.isPresent() && cloud.isPresent()
                ? Optional.of(new RegistrationTarget(kind.get(), cloud.get(), parts[2]))
                : Optional.empty();
    }

    /** Returns kind, cloud and owner, such as {@code intune:global:contoso.example}. */
    @Override
    public String toString() {
        return kind + ":" + cloud + ":" + owner;
    }
}
