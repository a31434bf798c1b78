// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/**
 * The form by which an app asks for a token. MSAL adds the scopes of a user to that of the app, where the reference has
 * one that ends with {@code /.default}. Pure.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client
 *     credentials</a>
 */
final class AppForm {

    private static final String SCOPE = "scope=";

    private AppForm() {}

    /** Returns the form with the app's scope alone. */
    static String of(String form) {
        String[] fields = form.split("&", -1);
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].startsWith(SCOPE)) {
                fields[i] = SCOPE + ofApp(fields[i].substring(SCOPE.length()));
            }
        }
        return String.join("&", fields);
    }

    private static String ofApp(String encoded) {
        for (String scope : URLDecoder.decode(encoded, UTF_8).split(" ", -1)) {
            if (scope.endsWith("/.default")) {
                return URLEncoder.encode(scope, UTF_8);
            }
        }
        return encoded;
    }
}
