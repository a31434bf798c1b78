// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A partner's customer, by the ID of its tenant: in Partner Center's portal the "Microsoft ID" on the customer's page
 * Account. Immutable and thread-safe.
 *
 * @param tenant the ID
 * @see <a href="https://learn.microsoft.com/partner-center/developer/upload-a-list-of-devices-for-the-specified-customer">
 *     Upload a list of devices, prerequisites</a>
 */
public record CustomerId(UUID tenant) {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Reads an ID.
     *
     * @param text as somebody wrote it, in any case; blanks around it are dropped
     * @return the ID, or empty for what is no GUID, such as a domain
     */
    public static Optional<CustomerId> of(String text) {
        String guid = text.strip().toLowerCase(Locale.ROOT);
        return GUID.matcher(guid).matches() ? Optional.of(new CustomerId(UUID.fromString(guid))) : Optional.empty();
    }

    /** Returns the ID in lower case, as a path takes it. */
    @Override
    public String toString() {
        return tenant.toString();
    }
}
