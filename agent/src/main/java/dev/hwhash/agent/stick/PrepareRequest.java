// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of {@code stick prepare}.
 *
 * @param stick the root of the stick
 * @param service the URL of the service to which PCs are sent, as it was typed
 * @param groupTag the group tag of the PCs, as it was typed
 * @param secretFile the file with the service and the token
 */
public record PrepareRequest(
        Path stick, Optional<String> service, Optional<String> groupTag, Optional<Path> secretFile) {}
