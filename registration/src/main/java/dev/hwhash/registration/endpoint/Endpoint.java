// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where an interface is: {@code https://host[:port][/prefix]}, or plain {@code http} to this machine alone. Equal when
 * origin and prefix are. Immutable and thread-safe.
 *
 * @param origin who answers there
 * @param prefix the path before those of the interface, without a slash at its end; empty for none
 */
public record Endpoint(Origin origin, String prefix) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int MAX_PORT = 65_535;
    /** More than any proxy or server takes as a request line. */
    private static final int MAX_CHARACTERS = 2048;

    /** Refuses plain http to other machines and a prefix that {@link #of} would not make. */
    public Endpoint {
        if (origin.scheme().equals("http") && !Origin.isLoopback(origin.host())) {
            throw new IllegalArgumentException("plain http beyond this machine: " + origin);
        }
        if (!prefix.isEmpty() && (!prefix.startsWith("/") || prefix.endsWith("/"))) {
            throw new IllegalArgumentException("no prefix: " + prefix);
        }
    }

    /**
     * Reads a URL.
     *
     * @param text as somebody wrote it; blanks around it are dropped
     * @return the endpoint it names
     * @throws NotAnEndpointException if it is something else, or would send a secret in the clear
     */
    public static Endpoint of(String text) throws NotAnEndpointException {
        URI uri = parsed(text.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refusal("it does not begin with https://");
        }
        if (uri.getRawUserInfo() != null) {
            throw refusal("it has a user name in it; secrets belong into a file");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refusal("it has a query or a fragment");
        }
        if (uri.getHost() == null) {
            throw refusal("it names no host (a name in other letters is written as xn--...)");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !Origin.isLoopback(host)) {
            throw refusal("plain http goes to this machine only (localhost, 127.0.0.1, [::1])");
        }
        return new Endpoint(new Origin(scheme, host, port(uri, scheme)), prefix(uri));
    }

    private static URI parsed(String text) throws NotAnEndpointException {
        if (text.length() > MAX_CHARACTERS) {
            throw refusal("it has " + text.length() + " characters");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Its message quotes the text, and with it what somebody pasted.
            throw refusal("it is no URL, at character " + (e.getIndex() + 1));
        }
    }

    private static int port(URI uri, String scheme) throws NotAnEndpointException {
        if (uri.getPort() == -1) {
            return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        }
        if (uri.getPort() < 1 || uri.getPort() > MAX_PORT) {
            throw refusal("its port is " + uri.getPort());
        }
        return uri.getPort();
    }

    private static String prefix(URI uri) throws NotAnEndpointException {
        String path = uri.getRawPath();
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        String prefix = path.substring(0, end);
        if (!prefix.equals(URI.create("http://h" + prefix).normalize().getRawPath())) {
            throw refusal("its path holds //, /./ or /../");
        }
        return prefix;
    }

    private static NotAnEndpointException refusal(String seen) {
        return new NotAnEndpointException(seen);
    }

    /** Returns the URL with its port, without a slash at its end; {@link #of} reads it back. */
    @Override
    public String toString() {
        return origin + prefix;
    }
}
