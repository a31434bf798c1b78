// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

/** Where a device is to go: a collection service, or what registers devices. Equal when it is the same place. */
public sealed interface Target permits ServiceUrl, RegistrationTarget {

    /**
     * Reads a target as its {@code toString} writes it.
     *
     * @param text such as {@code https://intake.example:443} or {@code intune:global:contoso.example}
     * @return the target
     * @throws NotAServiceUrlException if it is none
     */
    static Target of(String text) throws NotAServiceUrlException {
        var registration = RegistrationTarget.of(text);
        return registration.isPresent() ? registration.get() : ServiceUrl.of(text);
    }
}
