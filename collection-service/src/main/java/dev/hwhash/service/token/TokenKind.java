// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import java.util.Locale;
import java.util.Optional;

/** What a token lets its bearer do. */
public enum TokenKind {
    /** To hand in reports, and nothing else. */
    ENROLMENT("hwe_"),
    /** To read and export devices. */
    EXPORT("hwx_"),
    /** To make, list and revoke tokens, and to do what an export token may. */
    ADMIN("hwa_");

    private final String prefix;

    TokenKind(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Returns with what each token of the kind begins, so that people and scanners for secrets know it.
     *
     * @return four characters
     */
    public String prefix() {
        return prefix;
    }

    /**
     * Returns whether a token of this kind is good for what another is made for.
     *
     * @param wanted the kind that something is made for
     * @return true for the same kind, and for an administrator who reads
     */
    public boolean mayDo(TokenKind wanted) {
        return this == wanted || (this == ADMIN && wanted == EXPORT);
    }

    /**
     * Finds a kind by its name.
     *
     * @param name such as {@code enrolment}, in lower case
     * @return empty where no kind has that name
     */
    public static Optional<TokenKind> named(String name) {
        for (TokenKind kind : values()) {
            if (kind.toString().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns the name on the command line and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
