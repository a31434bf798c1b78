// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.util.Optional;

/** What can stand in a {@link RegistrationFile}. */
enum RegistrationKey {
    CLOUD("cloud"),
    TENANT("tenant"),
    CLIENT_ID("client-id"),
    CLIENT_SECRET("client-secret"),
    CLIENT_CERTIFICATE("client-certificate"),
    CLIENT_CERTIFICATE_PASSWORD("client-certificate-password"),
    CUSTOMER("customer"),
    GRAPH_ENDPOINT("graphEndpoint"),
    LOGIN_ENDPOINT("loginEndpoint"),
    PARTNER_CENTER_ENDPOINT("partnerCenterEndpoint");

    private final String text;

    RegistrationKey(String text) {
        this.text = text;
    }

    static Optional<RegistrationKey> named(String text) {
        for (RegistrationKey key : values()) {
            if (key.text.equals(text)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Returns the key as a line has it; the same as in the agent's configuration. */
    @Override
    public String toString() {
        return text;
    }
}
