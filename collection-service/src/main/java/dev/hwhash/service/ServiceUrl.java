// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the URL of a service as agents use it. */
final class ServiceUrl {

    private ServiceUrl() {}

    /** Takes http or https with a host, and nothing that a path could not be put behind. */
    static URI of(String text) throws FailedException {
        try {
            URI url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static FailedException wrong(String text) {
        return new FailedException(
                ExitCode.USAGE, "url", "a service's URL is such as https://hwhash.example.com, not " + text);
    }
}
