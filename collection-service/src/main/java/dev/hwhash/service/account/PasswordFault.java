// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import java.util.Locale;

/** Why a password is not taken. */
public enum PasswordFault {
    /** It has fewer than {@link Password#SHORTEST} characters. */
    TOO_SHORT,
    /** It has more than {@link Password#LONGEST} characters. */
    TOO_LONG,
    /** It is the name of the account. */
    IS_NAME,
    /** It is the one before. */
    IS_OLD,
    /** It was not typed alike twice. */
    NOT_REPEATED,
    /** The password so far was not given. */
    WRONG_CURRENT;

    /** Returns the name in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
