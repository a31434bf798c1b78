// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each page tells the browser to keep to: nothing from elsewhere, nothing inline, no frame around it, no copy.
 * Immutable and thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html">HTTP Headers</a>
 */
public final class PageHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Makes them.
     *
     * @param tls whether the service itself speaks TLS, and the browser shall never ask it without
     */
    public PageHeaders(boolean tls) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        headers.put("Cache-Control", "no-store");
        if (tls) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Puts them on an answer. */
    void put(Context context) {
        headers.forEach(context::header);
    }
}
