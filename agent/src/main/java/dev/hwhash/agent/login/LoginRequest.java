// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.registration.credential.AccessTokens.Resource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code hwhash login} was asked for. Immutable.
 *
 * @param resource what somebody signs in for
 * @param cloud the cloud's name; empty: the configured one, or global
 * @param tenant the directory; empty: the configured one
 * @param clientId the app; empty: the configured one
 * @param secretFile a file with tenant, client-id and client-secret; empty: none
 * @param certificate a file with the app's certificate and key; empty: none
 * @param proxy the proxy; empty: the machine's
 * @param caFile certificates to trust besides the system's; empty: none
 */
public record LoginRequest(
        Resource resource,
        Optional<String> cloud,
        Optional<String> tenant,
        Optional<String> clientId,
        Optional<Path> secretFile,
        Optional<Path> certificate,
        Optional<String> proxy,
        Optional<Path> caFile) {}
