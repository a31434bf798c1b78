// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Guid;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner's customer, by the ID of its tenant: in Partner Center's portal the "Microsoft ID" on the customer's page
 * Account. Immutable and thread-safe.
 *
 * @param tenant the ID
 * @see <a href="https://learn.microsoft.com/partner-center/developer/upload-a-list-of-devices-for-the-specified-customer">
 *     Upload a list of devices, prerequisites</a>
 */
public record CustomerId(UUID tenant) {

    /**
     * Reads an ID.
     *
     * @param text as somebody wrote it, in any case; blanks around it are dropped
     * @return the ID, or empty for what is no GUID, such as a domain
     */
    public static Optional<CustomerId> of(String text) {
        return Guid.read(text.strip()).map(CustomerId::new);
    }

    /** Returns the ID in lower case, as a path takes it. */
    @Override
    public String toString() {
        return tenant.toString();
    }
}
