// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.util.Optional;

/**
 * Where the server listens, and how.
 *
 * @param host a name or address of this machine
 * @param port 1 to 65535; 0: any that is free
 * @param keys with which it speaks TLS; empty: plain HTTP
 * @param proxies that it stands behind
 */
public record ListenSettings(String host, int port, Optional<TlsKeys> keys, Proxies proxies) {

    /**
     * Returns with what the service's URL begins.
     *
     * @return {@code https} or {@code http}
     */
    public String scheme() {
        return keys.isPresent() ? "https" : "http";
    }
}
