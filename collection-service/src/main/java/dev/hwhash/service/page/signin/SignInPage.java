// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.signin;

import java.util.Optional;

/**
 * The page on which people sign in.
 *
 * @param csrf what the form sends back
 * @param next where to go afterwards
 * @param name as it was typed before; empty text at first
 * @param error what was wrong; empty at first
 */
public record SignInPage(String csrf, String next, String name, Optional<String> error) {

    /** Without what the form sends back. */
    @Override
    public String toString() {
        return "SignInPage[" + next + "]";
    }
}
