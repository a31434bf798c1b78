// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.token;

import dev.hwhash.service.token.TokenKind;
import java.util.List;
import java.util.Optional;

/**
 * All tokens, and the form for another one.
 *
 * @param tokens the newest first
 * @param fault the key of what was wrong with the form; empty at first
 * @param once by which the form is known if it is sent again
 */
public record TokenListView(List<TokenLine> tokens, Optional<String> fault, String once) {

    /** Copies the list. */
    public TokenListView {
        tokens = List.copyOf(tokens);
    }

    /**
     * Returns what kinds there are.
     *
     * @return the one for agents first
     */
    public List<TokenKind> kinds() {
        return List.of(TokenKind.values());
    }
}
