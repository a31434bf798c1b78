// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule for {@code @odata.nextLink}: it is followed only where it leads to the same origin and the same version of
 * Graph, for the token goes with it. Pure.
 */
final class NextLink {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private NextLink() {}

    /**
     * Returns what to ask for next.
     *
     * @param link as the answer gave it
     * @param endpoint who gave it
     * @param version with which its path begins, such as {@code /v1.0}
     * @return path and query behind the endpoint's prefix; empty where it leads elsewhere
     */
    static Optional<String> path(String link, Endpoint endpoint, String version) {
        try {
            URI uri = new URI(link);
            String start = endpoint.prefix() + version + "/";
            boolean here = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && isAt(endpoint.origin(), uri)
                    && uri.getRawPath().startsWith(start)
                    && isPlain(uri);
            return here ? Optional.of(behind(endpoint.prefix(), uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAt(Origin origin, URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        return origin.scheme().equals(scheme)
                && origin.host().equals(uri.getHost().toLowerCase(Locale.ROOT))
                && origin.port() == (uri.getPort() == -1 ? usual : uri.getPort());
    }

    /** A dot segment, written out or encoded, would lead out of the prefix after it was checked. */
    private static boolean isPlain(URI uri) {
        String path = uri.getRawPath();
        return path.equals(uri.normalize().getRawPath())
                && !path.toLowerCase(Locale.ROOT).contains("%2e")
                && path.indexOf('\\') < 0;
    }

    private static String behind(String prefix, URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return uri.getRawPath().substring(prefix.length()) + query;
    }
}
