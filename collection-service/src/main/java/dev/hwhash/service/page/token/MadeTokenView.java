// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.token;

import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenSecret;

/**
 * A token that was just made, with its secret.
 *
 * @param token what the service knows of it
 * @param service the URL that it belongs to
 * @param secret told this once
 */
public record MadeTokenView(Token token, String service, TokenSecret secret) {

    /**
     * Returns what a secret file of {@code hwhash} holds.
     *
     * @return two lines
     */
    public String lines() {
        return "service = " + service + "\ntoken = " + secret.text();
    }
}
