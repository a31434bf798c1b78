// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

/** A file that holds no certificate with its key that an app can sign in with. Its message says what was seen. */
public final class UnusableCertificateException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableCertificateException(String words) {
        super(words);
    }

    /** Returns what was seen and what to do, without a character of the file; there always is something. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
