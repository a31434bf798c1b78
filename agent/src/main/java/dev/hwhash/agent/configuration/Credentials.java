// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A token and the service beside which it stands: it is for that one alone.
 *
 * @param service the URL of the service, as it was written
 * @param token the secret
 * @param file where both stand; empty: in the environment
 */
public record Credentials(String service, String token, Optional<Path> file) {

    /**
     * Returns where both stand, for a message.
     *
     * @return the file, or the environment
     */
    public String where() {
        return file.map(Path::toString).orElse("the environment");
    }

    /** Returns where they stand, never the token. */
    @Override
    public String toString() {
        return "a token for " + service + " in " + where();
    }
}
