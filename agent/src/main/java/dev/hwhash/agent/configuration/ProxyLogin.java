// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

/**
 * Who somebody is at a proxy.
 *
 * @param user the name
 * @param password the secret
 */
public record ProxyLogin(String user, String password) {

    /** Returns neither of them. */
    @Override
    public String toString() {
        return "a user and a password for the proxy";
    }
}
