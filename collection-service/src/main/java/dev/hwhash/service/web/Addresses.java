// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses as they stand in headers and options. A name is never looked up. */
final class Addresses {

    private Addresses() {}

    /** Returns the address that a text writes, in brackets or with a port behind it or not. */
    static Optional<InetAddress> literal(String text) {
        String bare = withoutPort(text.strip());
        if (!bare.matches("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*") || !isWhole(bare)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** What has no colon must have four numbers: anything less would be looked up, or mean something else. */
    private static boolean isWhole(String bare) {
        return bare.indexOf(':') >= 0 || bare.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}");
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
