// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.io.IOException;
import java.util.List;

/** A proxy asks for credentials before it makes a connection, and there are none, or not those. */
final class ProxyCredentialsException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> challenges;

    ProxyCredentialsException(List<String> challenges) {
        super("the proxy asks for credentials");
        this.challenges = List.copyOf(challenges);
    }

    List<String> challenges() {
        return challenges;
    }
}
