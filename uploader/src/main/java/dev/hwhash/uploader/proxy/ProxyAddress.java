// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an HTTP proxy listens. Never with credentials: those are given apart. Immutable.
 *
 * @param host name or address literal in lower case; IPv6 in brackets
 * @param port 1 to 65535
 */
public record ProxyAddress(String host, int port) {

    private static final int HTTP_PORT = 80;
    private static final int MAX_PORT = 65_535;

    /** Refuses what no socket takes. */
    public ProxyAddress {
        if (host.isEmpty() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("no proxy: " + host + ":" + port);
        }
    }

    /**
     * Reads an address as a person gives it.
     *
     * @param text {@code http://host:port}, or {@code host:port}
     * @return the proxy, or empty where the text is neither, or has credentials, a path or another scheme
     */
    public static Optional<ProxyAddress> of(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && uri.getRawUserInfo() == null;
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && isRoot(uri.getRawPath());
            int port = uri.getPort() == -1 ? HTTP_PORT : uri.getPort();
            if (!plain || !bare || uri.getHost() == null || port < 1 || port > MAX_PORT) {
                return Optional.empty();
            }
            return Optional.of(new ProxyAddress(uri.getHost().toLowerCase(Locale.ROOT), port));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isRoot(String path) {
        return path.isEmpty() || path.equals("/");
    }

    /** Returns the host as a socket takes it: IPv6 without brackets. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns host and port. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
