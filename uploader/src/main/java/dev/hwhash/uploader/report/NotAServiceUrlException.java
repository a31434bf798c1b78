// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

/** A text is not the URL of a collection service. The message says why and what to write; it quotes no secret. */
public final class NotAServiceUrlException extends Exception {

    private static final long serialVersionUID = 1L;

    NotAServiceUrlException(String message) {
        super(message);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
