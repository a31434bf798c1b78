// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

/** A request that brought no answer. Its message says what was seen and what to do, without a secret. */
public final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** How sure it is that nothing has arrived. */
    public enum Kind {
        /** No connection was made: it has not arrived. */
        UNREACHABLE,
        /** A connection was there, and broke or fell silent: it may have arrived. */
        BROKEN_OFF,
        /** Somebody has to mend something first, a certificate, a clock, a proxy: it has not arrived. */
        NEEDS_MENDING
    }

    /**
     * Makes one.
     *
     * @param kind how sure it is that nothing has arrived
     * @param words what was seen and what to do
     * @param cause what was thrown
     */
    public NoAnswerException(Kind kind, String words, Throwable cause) {
        super(words, cause);
        this.kind = kind;
    }

    /**
     * Returns how sure it is that nothing has arrived.
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
