// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A password as somebody types it, in Unicode's composed form, so that another keyboard types the same. Shown by nothing.
 *
 * @param text to be hashed, and to be handed to its owner where the service made it up
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B, 3.1.1.2</a>
 */
public record Password(String text) {

    /** The fewest characters. */
    public static final int SHORTEST = 12;

    /** The most characters: more would only make the hashing of a stranger's text dear. */
    public static final int LONGEST = 128;

    /** Digits and letters that are not mistaken for each other: 32 of them, so that each gives 5 bits. */
    private static final String ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    /** Composes it. */
    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Makes one up.
     *
     * @param random a source that nobody can foretell
     * @return five groups of five characters, 125 random bits
     */
    public static Password random(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Password(text.toString());
    }

    /**
     * Returns whether it is longer than any password.
     *
     * @return true beyond {@link #LONGEST} characters
     */
    public boolean isTooLong() {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    /**
     * Returns why somebody may not have this password.
     *
     * @param name of his account
     * @param before his password so far
     * @return empty where he may
     */
    public Optional<PasswordFault> fault(AccountName name, Password before) {
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (isTooLong()) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        if (text.equalsIgnoreCase(name.text())) {
            return Optional.of(PasswordFault.IS_NAME);
        }
        return equals(before) ? Optional.of(PasswordFault.IS_OLD) : Optional.empty();
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "Password";
    }
}
