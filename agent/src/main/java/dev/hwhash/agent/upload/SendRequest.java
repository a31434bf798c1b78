// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How somebody asked to send.
 *
 * @param target the service, as it was named; empty: the configured one
 * @param untilDone whether to try until all is delivered or the deadline of the command passes
 * @param outbox the folder of reports that wait; empty: the usual one
 * @param proxy the proxy that was named; empty: the machine's
 * @param caFile certificates to trust besides the system's
 * @param secretFile the file with the service and its token that the command line names
 * @param registration what was asked of Intune or Partner Center
 */
public record SendRequest(
        Optional<String> target,
        boolean untilDone,
        Optional<Path> outbox,
        Optional<String> proxy,
        Optional<Path> caFile,
        Optional<Path> secretFile,
        RegistrationRequest registration) {}
