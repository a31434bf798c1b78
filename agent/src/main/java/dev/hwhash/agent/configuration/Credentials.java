// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

/**
 * A token and the service beside which it stands: it is for that one alone.
 *
 * @param service the URL of the service, as it was written
 * @param token the secret
 * @param where for a message: the file, or the environment
 */
public record Credentials(String service, String token, String where) {

    /** Returns where they stand, never the token. */
    @Override
    public String toString() {
        return "a token for " + service + " in " + where;
    }
}
