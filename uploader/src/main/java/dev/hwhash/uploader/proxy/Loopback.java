// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

import dev.hwhash.registration.endpoint.Origin;

/** Whether a host is this machine. */
final class Loopback {

    private Loopback() {}

    /** Takes IPv6 with brackets or without: {@link java.net.URI} keeps them, others do not. */
    static boolean is(String host) {
        return host.equals("::1") || Origin.isLoopback(host);
    }
}
