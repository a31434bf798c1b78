// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name that somebody signs in by: 1 to 64 letters and digits of ASCII, and among them dots, lines and at signs. The
 * case is kept and never counts. None is called as the audit log calls what is no account.
 *
 * @param text as it was given
 */
public record AccountName(String text) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern TAKEN = Pattern.compile("(?i)service|command|token");

    /** Refuses what {@link #of} refuses. */
    public AccountName {
        if (!isName(text)) {
            throw new IllegalArgumentException("no name of an account");
        }
    }

    /**
     * Reads a name.
     *
     * @param text any text
     * @return empty where it is none
     */
    public static Optional<AccountName> of(String text) {
        return isName(text) ? Optional.of(new AccountName(text)) : Optional.empty();
    }

    /**
     * Returns what is the same for all ways to write the name.
     *
     * @return in lower case
     */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isName(String text) {
        return ALLOWED.matcher(text).matches() && !TAKEN.matcher(text).matches();
    }

    /** Returns the name as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
