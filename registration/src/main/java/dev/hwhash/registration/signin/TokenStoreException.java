// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

/** What is kept of a sign-in cannot be read or written. Its message says what was seen and what to do. */
public final class TokenStoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param words what was seen and what to do, without a secret
     */
    public TokenStoreException(String words) {
        super(words);
    }

    /** Returns what was seen and what to do; there always is something. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
