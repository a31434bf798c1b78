// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

/** A text is not a token. The message says why and never holds a character of it. */
public final class NotATokenException extends Exception {

    private static final long serialVersionUID = 1L;

    NotATokenException(String message) {
        super(message);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
