// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

/** What must be remembered could not be written down: no more is sent. */
public final class LedgerException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param words what failed and what to do
     * @param cause what was thrown
     */
    public LedgerException(String words, Throwable cause) {
        super(words, cause);
    }

    /** Returns what failed and what to do; there always is something. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
