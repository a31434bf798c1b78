// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.endpoint.Origin;
import java.net.URL;

/**
 * A tenant at a login endpoint, as MSAL wants to have it: always https, also where a test listens in plain http on this
 * machine, and without a port, since MSAL does not find its tokens again under a host with one. {@link LoginChannel}
 * leads to the endpoint itself. Immutable.
 *
 * @param login who answers
 * @param tenant the directory
 */
record Authority(Origin login, Tenant tenant) {

    /** Returns its URL. A signed assertion names that host as its audience, so it counts nowhere else. */
    String url() {
        return "https://" + login.host() + "/" + tenant + "/";
    }

    /** Tells whether a URL is one of this tenant here. */
    boolean covers(URL asked) {
        return asked.toString().startsWith(url());
    }
}
