// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import java.util.Locale;

/**
 * Who answers at a URL: what a secret is bound to (RFC 6454 §4). Immutable and thread-safe.
 *
 * @param scheme {@code https} or {@code http}
 * @param host name or address literal in lower case; IPv6 in brackets
 * @param port 1 to 65535, never left out
 */
public record Origin(String scheme, String host, int port) {

    private static final int MAX_PORT = 65_535;

    /** Refuses what no URL of ours has: two names of one origin would not be equal. */
    public Origin {
        boolean http = scheme.equals("https") || scheme.equals("http");
        if (!http || host.isEmpty() || !host.equals(host.toLowerCase(Locale.ROOT)) || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("no origin: " + scheme + "://" + host + ":" + port);
        }
    }

    /** Returns it as a URL writes it, the port always told. */
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
