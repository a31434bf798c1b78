// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.trust;

import org.jspecify.annotations.Nullable;

/** Certificates that were to be trusted cannot be. The message names the file, the cause and what to do. */
public final class UnusableCertificatesException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableCertificatesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
