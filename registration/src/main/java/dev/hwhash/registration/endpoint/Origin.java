// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.endpoint;

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

    /**
     * Tells whether a host is this machine, by its letters alone: no name is looked up.
     *
     * @param host as it stands in an origin
     * @return whether it is {@code localhost}, an address of 127.0.0.0/8 (RFC 1122 §3.2.1.3) or {@code [::1]}
     */
    public static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || isLoopbackAddress(host);
    }

    private static boolean isLoopbackAddress(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals("127")) {
            return false;
        }
        for (String part : parts) {
            if (!isOctet(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOctet(String part) {
        if (part.isEmpty() || part.length() > 3) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return false;
            }
        }
        return Integer.parseInt(part) <= 255;
    }

    /** Returns it as a URL writes it, the port always told. */
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
