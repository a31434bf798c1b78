// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells what our own pages send from what others make a browser send, by what the browser says of it: first by
 * {@code Sec-Fetch-Site}, which no page can set, and where it is missing by {@code Origin}, which must name the host that
 * was asked. What says neither comes from no browser of today and passes; a token stands behind this. Immutable and
 * thread-safe.
 *
 * @param publicHost how browsers reach the service behind a proxy, as {@code host} or {@code host:port}; empty: as they ask
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public record SameOrigin(Optional<String> publicHost) {

    /**
     * Takes the service's own address.
     *
     * @param publicUrl how people reach it; empty: as they ask
     * @return by host and port of that
     */
    public static SameOrigin of(Optional<URI> publicUrl) {
        return new SameOrigin(publicUrl.map(URI::getRawAuthority).map(host -> host.toLowerCase(Locale.ROOT)));
    }

    boolean allows(Context context) {
        return allows(
                Optional.ofNullable(context.header("Sec-Fetch-Site")),
                Optional.ofNullable(context.header("Origin")),
                Optional.ofNullable(context.header("Host")));
    }

    boolean allows(Optional<String> site, Optional<String> origin, Optional<String> host) {
        if (site.isPresent()) {
            return site.get().equals("same-origin") || site.get().equals("none");
        }
        return origin.isEmpty() || isOurs(authority(origin.get()), host);
    }

    private boolean isOurs(Optional<String> origin, Optional<String> host) {
        return origin.isPresent()
                && (origin.equals(host.map(each -> each.toLowerCase(Locale.ROOT))) || origin.equals(publicHost));
    }

    /** Empty for {@code null}, which a browser says of what it does not name. */
    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority()).map(each -> each.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
