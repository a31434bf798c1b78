// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.endpoint;

/** A text that names no endpoint, or one that would get secrets in the clear. Its message says what was seen. */
public final class NotAnEndpointException extends Exception {

    private static final long serialVersionUID = 1L;

    NotAnEndpointException(String message) {
        super(message);
    }

    /** Returns what was seen, without a character of the text; there always is something. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
