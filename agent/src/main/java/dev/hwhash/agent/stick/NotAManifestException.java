// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

/** A file in the place of a manifest is none; the message fits behind "it is no manifest: ". */
final class NotAManifestException extends Exception {

    private static final long serialVersionUID = 1L;

    NotAManifestException(String message) {
        super(message);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
