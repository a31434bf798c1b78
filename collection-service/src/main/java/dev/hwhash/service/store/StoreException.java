// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.SQLException;

/** The database cannot be used. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NOT_KNOWN =
            "; name the server as its certificate does, and that certificate's authority by sslrootcert";

    private final String words;

    private StoreException(String words, Throwable cause) {
        super(words, cause);
        this.words = words;
    }

    /**
     * Returns what cannot be done, and why.
     *
     * @return words for the user
     */
    public String words() {
        return words;
    }

    /**
     * Makes one.
     *
     * @param what cannot be done, in words
     * @param cause says why
     * @return to be thrown
     */
    public static StoreException of(String what, Throwable cause) {
        return new StoreException(what + ": " + reason(cause), cause);
    }

    /** In the words of the database, where they are behind it: libraries put theirs around them, of several lines. */
    private static String reason(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                words = String.valueOf(sql.getMessage());
            }
        }
        return words + (words.contains("SSL error") || words.contains("hostnameverifier") ? NOT_KNOWN : "");
    }
}
