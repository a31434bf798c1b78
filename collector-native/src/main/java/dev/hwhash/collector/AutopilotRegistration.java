// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.util.Optional;

/**
 * The tenant to which this PC is registered for Windows Autopilot, as Windows keeps it in
 * {@code HKLM\SOFTWARE\Microsoft\Provisioning\Diagnostics\AutoPilot}. Immutable and thread-safe.
 *
 * @param tenantId {@code CloudAssignedTenantId}, a GUID as text, or empty
 * @param tenantDomain {@code CloudAssignedTenantDomain}, such as contoso.onmicrosoft.com, or empty
 * @see <a href="https://learn.microsoft.com/autopilot/troubleshooting-faq">Windows Autopilot troubleshooting FAQ</a>
 */
public record AutopilotRegistration(Optional<String> tenantId, Optional<String> tenantDomain) {

    private static final String KEY = "SOFTWARE\\Microsoft\\Provisioning\\Diagnostics\\AutoPilot";

    /**
     * Looks the registration of this PC up.
     *
     * @return the registration; empty where there is none, where it cannot be read, and on another system than Windows
     */
    public static Optional<AutopilotRegistration> ofThisPc() {
        if (!JnaLibrary.onWindows()) {
            return Optional.empty();
        }
        try {
            return of(Registry.text(KEY, "CloudAssignedTenantId"), Registry.text(KEY, "CloudAssignedTenantDomain"));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** Returns a registration where there is at least one of the two values. */
    static Optional<AutopilotRegistration> of(Optional<String> tenantId, Optional<String> tenantDomain) {
        return tenantId.isEmpty() && tenantDomain.isEmpty()
                ? Optional.empty()
                : Optional.of(new AutopilotRegistration(tenantId, tenantDomain));
    }
}
