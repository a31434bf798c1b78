// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import org.jspecify.annotations.Nullable;

/** Something that was to be used for connections cannot be. The message names it, the cause and what to do. */
public final class UnusableSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableSettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
