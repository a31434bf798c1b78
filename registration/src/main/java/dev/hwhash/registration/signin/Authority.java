// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.endpoint.Origin;
import java.net.URL;

/**
 * A tenant at a login endpoint, as MSAL wants to have it: always https, also where a test listens in plain http on this
 * machine. {@link LoginChannel} leads to the endpoint itself. Immutable.
 *
 * @param url begins each URL that MSAL may ask for
 */
record Authority(String url) {

    private static final int HTTPS_PORT = 443;

    /** Returns it for an app. A signed assertion names it as its audience, so it counts nowhere else. */
    static Authority ofApp(Origin login, Tenant tenant) {
        String port = login.port() == HTTPS_PORT ? "" : ":" + login.port();
        return new Authority("https://" + login.host() + port + "/" + tenant + "/");
    }

    /** Returns it for a user, without a port: MSAL does not find its tokens again under a host with one. */
    static Authority ofUser(Origin login, Tenant tenant) {
        return new Authority("https://" + login.host() + "/" + tenant + "/");
    }

    /** Tells whether a URL is one of this tenant here. */
    boolean covers(URL asked) {
        return asked.toString().startsWith(url);
    }
}
