// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.credential;

/** A sign-in that gave no token. Its message says what was seen and what to do, without a secret. */
public final class SignInException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What stood in the way. */
    public enum Kind {
        /** The credential does not count, or there is none. */
        REFUSED,
        /** Nobody was reached who could tell. */
        UNREACHABLE,
        /** It took too long. */
        DEADLINE
    }

    /**
     * Makes one.
     *
     * @param kind what stood in the way
     * @param words what was seen and what to do
     */
    public SignInException(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    /**
     * Returns what stood in the way.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /** Returns what was seen and what to do; there always is something. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
