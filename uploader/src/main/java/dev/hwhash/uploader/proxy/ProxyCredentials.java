// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

/**
 * What a proxy asks for with Basic authentication (RFC 7617). Immutable.
 *
 * @param user the user's name; without a colon
 * @param password the secret
 */
public record ProxyCredentials(String user, String password) {

    /** Refuses a name that Basic cannot carry. */
    public ProxyCredentials {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a proxy user's name has no colon");
        }
    }

    /** Shows neither part. */
    @Override
    public String toString() {
        return "ProxyCredentials";
    }
}
