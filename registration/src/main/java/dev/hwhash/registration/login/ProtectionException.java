// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

/** A secret that was not sealed, or not opened. Its message says why, fit behind the name of what holds it. */
public final class ProtectionException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param words why, with the code of the system
     */
    public ProtectionException(String words) {
        super(words);
    }

    /** Returns why; there always is something. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
