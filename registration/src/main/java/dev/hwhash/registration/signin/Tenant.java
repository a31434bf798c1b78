// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.Guid;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A directory of Entra ID, by its GUID or one of its domains: it goes into URLs as it is. Immutable and thread-safe.
 *
 * @param text in lower case, such as {@code contoso.onmicrosoft.com}
 */
public record Tenant(String text) {

    /** RFC 1035 §2.3.4, without the dot at the end. */
    private static final int LONGEST_DOMAIN = 253;

    private static final int LONGEST_LABEL = 63;

    /** Refuses what names none, also the words by which MSAL and Entra ID mean others than one tenant. */
    public Tenant {
        if (!isDomain(text) && !isGuid(text)) {
            throw new IllegalArgumentException("no tenant, by its length of " + text.length() + " characters");
        }
    }

    /**
     * Reads a tenant.
     *
     * @param text as somebody wrote it
     * @return the tenant; empty if it is neither a GUID nor a domain name in ASCII (others are written as xn--...)
     */
    public static Optional<Tenant> named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return isDomain(name) || isGuid(name) ? Optional.of(new Tenant(name)) : Optional.empty();
    }

    /** Tells whether it is a GUID in lower case. */
    static boolean isGuid(String text) {
        return Guid.read(text).map(UUID::toString).filter(text::equals).isPresent();
    }

    private static boolean isDomain(String text) {
        String[] labels = text.split("\\.", -1);
        if (text.length() > LONGEST_DOMAIN || labels.length < 2) {
            return false;
        }
        for (String label : labels) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabel(String label) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.startsWith("-") || label.endsWith("-")) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!isDigit(c) && (c < 'a' || c > 'z') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns the GUID or the domain. */
    @Override
    public String toString() {
        return text;
    }
}
