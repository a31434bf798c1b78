// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/**
 * MSAL's forms as Microsoft's reference has them. MSAL adds the scopes of a user to that of an app, which has to end
 * with {@code /.default}, and calls the grant of a device code by an older name. Pure.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client
 *     credentials</a>
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code">device code</a>
 */
final class ReferenceForm {

    private static final String SCOPE = "scope=";
    private static final String OLDER_GRANT = "grant_type=device_code";
    private static final String GRANT =
            "grant_type=" + URLEncoder.encode("urn:ietf:params:oauth:grant-type:device_code", UTF_8);

    private ReferenceForm() {}

    /** Returns the form of an app or a user in the words of the reference. */
    static String of(String form, boolean ofUser) {
        String[] fields = form.split("&", -1);
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].equals(OLDER_GRANT)) {
                fields[i] = GRANT;
            } else if (!ofUser && fields[i].startsWith(SCOPE)) {
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
