// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.endpoint.Origin;
import java.net.URL;

/**
 * A tenant at a login endpoint, as MSAL wants to have it: always https, also where a test listens in plain http on this
 * machine. Immutable.
 *
 * @param login who answers
 * @param tenant the directory
 */
record Authority(Origin login, Tenant tenant) {

    private static final int HTTPS_PORT = 443;

    /**
     * Returns its URL. A signed assertion names it as its audience, so it is the endpoint's own and counts nowhere else.
     */
    String url() {
        return "https://" + login.host() + (login.port() == HTTPS_PORT ? "" : ":" + login.port()) + "/" + tenant + "/";
    }

    /** Tells whether a URL is one of this tenant here. */
    boolean covers(URL asked) {
        return asked.toString().startsWith(url());
    }
}
