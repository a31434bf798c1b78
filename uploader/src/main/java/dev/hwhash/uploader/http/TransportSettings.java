// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.uploader.proxy.ProxyAddress;
import dev.hwhash.uploader.proxy.ProxyCredentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a service is reached. Immutable.
 *
 * @param agentVersion the version that the service is told in User-Agent
 * @param proxy the proxy to use; empty: that of the user or the machine
 * @param proxyCredentials for a proxy that asks for Basic authentication; empty: none
 * @param caFile certificates in PEM that are trusted beside those of the system; empty: none
 * @param elevated whether this process has more rights than its user: the user's own trusted roots then do not count
 * @param silence the longest that a connection may take to be made, or an answer to go on; also, times four, the
 *     longest that one attempt may take
 */
public record TransportSettings(
        String agentVersion,
        Optional<ProxyAddress> proxy,
        Optional<ProxyCredentials> proxyCredentials,
        Optional<Path> caFile,
        boolean elevated,
        Duration silence) {

    private static final Duration USUAL_SILENCE = Duration.ofSeconds(15);

    /** Refuses a time in which nothing can come. */
    public TransportSettings {
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("no time for an answer: " + silence);
        }
    }

    /**
     * Returns the settings of a run that was told nothing: the system's proxy and roots, 15 s of silence.
     *
     * @param agentVersion the version that the service is told
     * @param elevated whether this process has more rights than its user
     * @return such settings
     */
    public static TransportSettings usual(String agentVersion, boolean elevated) {
        return new TransportSettings(
                agentVersion, Optional.empty(), Optional.empty(), Optional.empty(), elevated, USUAL_SILENCE);
    }
}
