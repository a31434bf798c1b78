// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

/**
 * Who answers at a URL: what a secret is bound to (RFC 6454 §4). Immutable and thread-safe.
 *
 * @param scheme {@code https} or {@code http}
 * @param host name or address literal in lower case; IPv6 in brackets
 * @param port 1 to 65535, never left out
 */
public record Origin(String scheme, String host, int port) {

    /** Returns it as a URL writes it, the port always told. */
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
