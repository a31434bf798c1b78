// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * By what an app signs in, and what stands beside it: all of one place.
 *
 * @param tenant the tenant, as it was written
 * @param clientId the app, as it was written
 * @param secret its secret; empty: it has a certificate
 * @param certificate the file of its certificate and key; empty: it has a secret
 * @param certificatePassword the password of that file; empty: it has none
 * @param cloud the cloud that the secret is for, if that stands beside it
 * @param loginEndpoint where the secret may go, if that stands beside it
 * @param file where all stands; empty: in the environment
 */
public record AppCredentials(
        String tenant,
        String clientId,
        Optional<String> secret,
        Optional<Path> certificate,
        Optional<String> certificatePassword,
        Optional<String> cloud,
        Optional<String> loginEndpoint,
        Optional<Path> file) {

    /**
     * Returns where it stands, for a message.
     *
     * @return the file, or the environment
     */
    public String where() {
        return file.map(Path::toString).orElse("the environment");
    }

    /** Returns where it stands, never the secret. */
    @Override
    public String toString() {
        return "the credentials of an app in " + where();
    }
}
