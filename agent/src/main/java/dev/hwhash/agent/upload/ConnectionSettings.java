// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.AgentVersion;
import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.ProxyLogin;
import dev.hwhash.uploader.http.TransportSettings;
import dev.hwhash.uploader.proxy.ProxyAddress;
import dev.hwhash.uploader.proxy.ProxyCredentials;
import java.util.Optional;

/** By which proxy and with which trust a run connects. */
final class ConnectionSettings {

    private ConnectionSettings() {}

    /**
     * Finds them.
     *
     * @throws ProblemException if the proxy or its login cannot be used
     */
    static TransportSettings of(SendRequest request, Session session) throws ProblemException {
        TransportSettings usual = TransportSettings.usual(AgentVersion.ofThisProgram(), session.elevated());
        Optional<ProxyLogin> login = request.proxy().isEmpty()
                ? Optional.empty()
                : session.configuration().proxyLogin(request.proxy().get());
        return new TransportSettings(
                usual.agentVersion(),
                proxy(request),
                credentials(login),
                request.caFile(),
                usual.elevated(),
                usual.silence());
    }

    private static Optional<ProxyAddress> proxy(SendRequest request) throws ProblemException {
        if (request.proxy().isEmpty()) {
            return Optional.empty();
        }
        Optional<ProxyAddress> proxy = ProxyAddress.of(request.proxy().get());
        if (proxy.isEmpty()) {
            // What was given is not repeated: it may hold a password.
            throw new ProblemException(
                    ExitCode.USAGE,
                    "proxy-refused",
                    "--proxy takes http://host:port, and was given something else; user and password of a proxy go into"
                            + " hwhash.conf, as proxy-user and proxy-password beside proxy");
        }
        return proxy;
    }

    private static Optional<ProxyCredentials> credentials(Optional<ProxyLogin> login) throws ProblemException {
        try {
            return login.map(own -> new ProxyCredentials(own.user(), own.password()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ExitCode.USAGE, "proxy-refused", "proxy-user: " + e.getMessage());
        }
    }
}
