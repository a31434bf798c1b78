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

    /**
     * Looks the registration of this PC up.
     *
     * @return the registration; empty where there is none, where it cannot be read, and on another system than Windows
     */
    public static Optional<AutopilotRegistration> ofThisPc() {
        return Optional.empty();
    }
}
