// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.connection;

import dev.hwhash.agent.AgentVersion;
import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.ProxyLogin;
import dev.hwhash.uploader.http.TransportSettings;
import dev.hwhash.uploader.proxy.ProxyAddress;
import dev.hwhash.uploader.proxy.ProxyCredentials;
import java.nio.file.Path;
import java.util.Optional;

/** By which proxy and with which trust a run connects. */
public final class ConnectionSettings {

    private ConnectionSettings() {}

    /**
     * Finds them.
     *
     * @param proxy the proxy that is named, with its configured login; empty: the machine's
     * @param caFile certificates to trust besides the system's; empty: none
     * @param session what the run works with
     * @return the settings of each connection of this run
     * @throws ProblemException if the proxy or its login cannot be used
     */
    public static TransportSettings of(Optional<String> proxy, Optional<Path> caFile, Session session)
            throws ProblemException {
        TransportSettings usual = TransportSettings.usual(AgentVersion.ofThisProgram(), session.elevated());
        Optional<ProxyLogin> login =
                proxy.isEmpty() ? Optional.empty() : session.configuration().proxyLogin(proxy.get());
        return new TransportSettings(
                usual.agentVersion(), address(proxy), credentials(login), caFile, usual.elevated(), usual.silence());
    }

    private static Optional<ProxyAddress> address(Optional<String> named) throws ProblemException {
        Optional<ProxyAddress> proxy = named.flatMap(ProxyAddress::of);
        if (named.isPresent() && proxy.isEmpty()) {
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
