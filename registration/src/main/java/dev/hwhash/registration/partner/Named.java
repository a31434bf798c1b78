// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.http.Foreign;

/** Names as a message shows them. */
final class Named {

    private Named() {}

    static String batch(String name) {
        return "\"" + Foreign.text(name) + "\"";
    }
}
