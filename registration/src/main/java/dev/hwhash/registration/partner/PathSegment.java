// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import java.nio.charset.StandardCharsets;

/** Any name as one segment of a path. Pure. */
final class PathSegment {

    private static final String UNRESERVED = "-._~";

    private PathSegment() {}

    /** Tells whether a name stays a segment: these two do not, however they are encoded (WHATWG URL, dot segments). */
    static boolean isSafe(String name) {
        return !name.equals(".") && !name.equals("..");
    }

    /** Returns the name percent-encoded (RFC 3986 §2.1): all but letters, digits and {@code -._~}. */
    static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isUnreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
